"""EXIF: what the camera wrote."""

from articles.iptc import decoded

TAGS = {"caption": 270, "artist": 315, "copyright": 33432}
CAMERA_PART = 0x8769
CAMERA_TAGS = {"taken": 36867, "offset": 36881}


def read(image):
    """Texts by name. Raises whatever Pillow raises over broken EXIF."""
    if image.format == "PNG" and "exif" not in image.info:
        return {}  # to look behind the pixels, Pillow would decode them all
    exif = image.getexif()
    found = {name: _text(exif.get(tag)) for name, tag in TAGS.items()}
    try:
        camera = exif.get_ifd(CAMERA_PART)
    except Exception:  # noqa: BLE001 a broken part does not take the rest along
        camera = {}
    return found | {name: _text(camera.get(tag)) for name, tag in CAMERA_TAGS.items()}


def _text(value):
    """Pillow takes the bytes for Latin-1, where cameras and desks write UTF-8."""
    if isinstance(value, str):
        try:
            value = value.encode("latin-1")
        except UnicodeEncodeError:
            return value
    return decoded(value) if isinstance(value, bytes) else ""
