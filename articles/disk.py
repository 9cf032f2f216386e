"""Whether the disk that holds the paper is nearly full."""

import shutil

# Below this an upload or a save may be the one that fails.
ENOUGH_BYTES = 1_000_000_000


def is_nearly_full(path):
    return shutil.disk_usage(path).free < ENOUGH_BYTES
