"""From a judged file to plain pixels: upright, in sRGB, on white, and nothing else of the source."""

import io

from PIL import Image, ImageCms

from articles.picture_files import opened, orientation

# Rows that are worked on at once: a second copy of fifty megapixels would be 200 MB.
ROWS = 64
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def decoded(file, shorter_side):
    """The picture, made smaller by whole steps while its shorter side stays at least `shorter_side`.

    A large JPEG is decoded at a half or a quarter: four times less time and memory. Raises `UnreadablePicture`."""
    with opened(file) as image:
        profile, turn = image.info.get("icc_profile"), TURNS.get(orientation(image))
        ratio = min(1, shorter_side / min(image.size))
        image.draft("RGB", (round(image.width * ratio), round(image.height * ratio)))
        image.load()
        plain = reduced(image, max(1, min(image.size) // shorter_side))
        # Its pixels go now, not when somebody collects them.
        image.close()
    plain = in_srgb(plain, profile)
    plain = plain if turn is None else plain.transpose(turn)
    plain.info = {}
    return plain


def reduced(image, factor):
    """Flattened and made smaller, some rows at a time."""
    result = None
    for top in range(0, image.height, ROWS * factor):
        bottom = min(top + ROWS * factor, image.height)
        rows = flattened(image.crop((0, top, image.width, bottom)))
        rows = rows.reduce(factor) if factor > 1 else rows
        if result is None:
            result = Image.new(rows.mode, (rows.width, -(-image.height // factor)))
        result.paste(rows, (0, top // factor))
    return result


def flattened(image):
    """Grey, RGB or CMYK; what is transparent on white."""
    if image.mode.startswith("I"):
        # Sixteen bits of grey: Pillow itself would show whatever is brighter than black as white.
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode == "1":
        return image.convert("L")
    if image.has_transparency_data:
        image = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(paper, image).convert("RGB")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def in_srgb(image, profile):
    """A broken profile, or one of another kind of picture, is no reason to refuse it; it is read as sRGB."""
    if not profile:
        return image.convert("RGB")
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image.convert("RGB")
