"""Which files of a paper are kept, and where they stand: `originals/…` and `brand/…`.

Not kept are what can be made again (the smaller copies of pictures, collected static files), and
the embedded paper's secret key: without it everybody logs in again, with it a thief of the backup
could log in as anybody.
"""

from pathlib import Path

from django.conf import settings
from django.core.files.storage import storages

from articles.keeping import Trouble


def folders():
    return {"originals": Path(storages["originals"].location), "brand": Path(settings.VAR) / "brand"}


def place(path):
    """Where a file of a backup stands in this paper."""
    kind, _, name = path.partition("/")
    folder = folders().get(kind)
    if folder is None or not name or ".." in Path(name).parts or Path(name).is_absolute():
        raise Trouble(f"The backup names a file that no paper has: {path}")
    return folder / name


def files_below(folder):
    return (path for path in Path(folder).rglob("*") if path.is_file())


def brand_files():
    """The paths of the customer's own files, as a backup names them."""
    brand = folders()["brand"]
    return sorted(f"brand/{path.relative_to(brand).as_posix()}" for path in files_below(brand))
