"""A picture file as a response; the doors that use it decide who may have it."""

from django.conf import settings
from django.core.files.storage import storages
from django.http import FileResponse, Http404, HttpResponse

from articles import renditions

TYPES = {"avif": "image/avif", "jpg": "image/jpeg"}


def rendition_file(photo, recipe, extension):
    """Raises `Http404` when the photo has no such copy."""
    path = renditions.path(photo.rendition_key, recipe, extension)
    if path not in renditions.paths(photo.rendition_key, photo.width, photo.height):
        raise Http404
    if settings.RENDITIONS_BY_NGINX:
        # We decided; nginx, which reads the same disk, sends the file.
        response = HttpResponse(content_type=TYPES[extension])
        response["X-Accel-Redirect"] = settings.RENDITIONS_BY_NGINX + path
        return response
    try:
        return FileResponse(storages["renditions"].open(path), content_type=TYPES[extension])
    except FileNotFoundError:
        raise Http404 from None
