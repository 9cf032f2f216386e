"""Measure what a picture costs, and write it into docs/performance.md.

python -m docs.measure_pictures              of the demo's pictures, with grain as of a sensor
python -m docs.measure_pictures PHOTO …      of photographs of your own

Bytes and similarity (SSIM, 1 is equal) are of each copy against the same pixels before they were encoded, beside
plain Pillow JPEG of quality 82.
"""

import io
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import django
from django.core.files.base import File
from PIL import Image, ImageChops, ImageMath, features

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from articles import picture_files, renditions  # noqa: E402
from articles.demo import pictures  # noqa: E402
from docs.report import write_section  # noqa: E402

HEADING = "## Pictures\n"
CAMERA = (6000, 4000)
HOW_MANY = 4
RUNS = 5
TARGET = 3


def main():
    if sys.argv[1:2] == ["--once"]:
        print(*one_run(sys.argv[2]))
        return
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(name) for name in sys.argv[1:]] or camera_files(Path(folder))
        write_section(HEADING, report(files))


def camera_files(folder):
    """Pictures of 24 megapixels that are as hard to encode as a camera's: the demo's are drawn, and too smooth."""
    grain = Image.effect_noise(CAMERA, 12).convert("RGB")
    landscapes = [key for key in pictures.KEYS if key not in pictures.SIZES]
    for key in landscapes[:: len(landscapes) // HOW_MANY][:HOW_MANY]:
        scene = pictures.draw(key).resize(CAMERA, Image.Resampling.BICUBIC)
        grainy = ImageChops.add(scene, grain, offset=-128)
        grainy.save(folder / f"{key}.jpg", quality=92)
        yield folder / f"{key}.jpg"


def one_run(path):
    """Seconds and peak megabytes, on one core, from the bytes of an upload to its last rendition."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with open(path, "rb") as opened:
        file, started = File(opened), time.perf_counter()
        picture_files.look(file)
        renditions.make(file, renditions.key(renditions.digest(file), (0.5, 0.5)), (0.5, 0.5))
        seconds = time.perf_counter() - started
    peak = Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]
    return round(seconds, 2), int(peak) // 1024


def runs_of(path):
    command = [sys.executable, "-m", "docs.measure_pictures", "--once", str(path)]
    for _ in range(RUNS):
        seconds, peak = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        yield float(seconds), int(peak)


def encodings(picture, extensions):
    """Bytes and similarity: ours in AVIF, ours in JPEG, plain JPEG, and plain JPEG as similar as our AVIF is."""
    avif = encoding(picture, renditions.encoded(picture, "avif").read()) if "avif" in extensions else None
    yield avif
    yield encoding(picture, renditions.encoded(picture, "jpg").read())
    yield plain(picture, 82)
    yield as_similar(picture, avif[1]) if avif else None


def plain(picture, quality):
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=quality)
    return encoding(picture, buffer.getvalue())


def encoding(picture, data):
    with Image.open(io.BytesIO(data)) as copy:
        return len(data), similarity(picture, copy)


def as_similar(picture, wanted):
    """Plain JPEG of the lowest quality that is at least so similar."""
    low, high = 1, 95
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if plain(picture, middle)[1] >= wanted else (middle + 1, high)
    return plain(picture, low)


def similarity(one, other):
    """The mean SSIM of the brightness, over squares of eight pixels."""
    x, y = (image.convert("L").convert("F") for image in (one, other))

    def mean(image):
        return image.reduce(8)

    def product(a, b):
        return ImageMath.lambda_eval(lambda args: args["a"] * args["b"], a=a, b=b)

    moments = {"x": mean(x), "y": mean(y), "xx": mean(product(x, x)), "yy": mean(product(y, y))}
    squares = ImageMath.lambda_eval(ssim, **moments, xy=mean(product(x, y)))
    return squares.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))


def ssim(args):
    x, y = args["x"], args["y"]
    first, second = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    across = args["xy"] - x * y
    spread = args["xx"] - x * x + args["yy"] - y * y
    return (x * y * 2 + first) * (across * 2 + second) / ((x * x + y * y + first) * (spread + second))


def report(files):
    files = list(files)
    lines = [HEADING, facts(), "", "### Time and memory of one upload, on one core", ""]
    lines += ["| picture | megapixels | megabytes | median s | slowest s | peak MB |", "|---|--:|--:|--:|--:|--:|"]
    slowest = 0
    for path in files:
        seconds, peaks = zip(*runs_of(path), strict=True)
        with Image.open(path) as image:
            pixels = image.width * image.height / 1e6
        middle = statistics.median(seconds)
        slowest = max(slowest, middle)
        size = path.stat().st_size / 1e6
        lines.append(f"| {path.stem} | {pixels:.0f} | {size:.1f} | {middle} | {max(seconds)} | {max(peaks)} |")
    lines += ["", f"The budget is {TARGET} s: {'kept' if slowest <= TARGET else 'NOT kept'}.", ""]
    return "\n".join([*lines, *table_of_bytes(files)]) + "\n"


def table_of_bytes(files):
    yield "### Bytes and similarity of each copy, means over these pictures"
    yield ""
    yield "| copy | AVIF kB | SSIM | JPEG kB | SSIM | plain JPEG 82 kB | SSIM | plain JPEG like our AVIF kB | SSIM |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|--:|"
    measured = {}
    for path in files:
        with open(path, "rb") as file:
            image = renditions.decoded(file, renditions.LARGEST)
        for rendition, picture in renditions.copies(image, renditions.all_of(*image.size), (0.5, 0.5)):
            measured.setdefault(rendition.recipe, []).append(list(encodings(picture, rendition.extensions)))
    for recipe, found in measured.items():
        cells = [cell for column in zip(*found, strict=True) for cell in means(column)]
        yield f"| {recipe} | {' | '.join(cells)} |"


def means(column):
    if None in column:
        return "–", "–"
    size, like = (statistics.mean(values) for values in zip(*column, strict=True))
    return f"{size / 1000:.1f}", f"{like:.4f}"


def facts():
    model = Path("/proc/cpuinfo").read_text().partition("model name")[2].partition("\n")[0].strip("\t :")
    encoder = features.version("avif")
    return (
        f"Measured on {datetime.now(UTC).date()} by `python -m docs.measure_pictures`: {model}, one core, "
        f"Python {platform.python_version()}, Pillow {features.version('pil')}, libavif {encoder}, "
        f"{RUNS} runs each. From the bytes of the upload to the last rendition: looking at the file, decoding, all "
        "sizes in AVIF and JPEG, written to the disk. The peak is of the whole process, Django's own 50 MB included. "
        "Without photographs of your own it measures drawn pictures with noise on top; SSIM compares brightness only. "
        "SSIM against the pixels before encoding says little of how a picture looks."
    )


if __name__ == "__main__":
    main()
