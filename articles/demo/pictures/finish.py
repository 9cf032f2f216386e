"""The last pass every picture goes through: the tooth of the paper, grain and darker edges."""

from PIL import Image, ImageChops


def finished(sheet, tooth=0.3, edges=0.2):
    # More grain would look no better and double what readers download.
    grain = Image.blend(sheet.noise(160, 120, 4), sheet.noise(1.7, 1.7, 1), 0.3)
    printed = ImageChops.soft_light(sheet.image, Image.merge("RGB", (grain,) * 3))
    image = Image.blend(sheet.image, printed, tooth)
    corners = Image.radial_gradient("L").point([round(255 - edges * max(0, tone - 110) * 0.9) for tone in range(256)])
    return ImageChops.multiply(image, Image.merge("RGB", (corners.resize(image.size),) * 3))
