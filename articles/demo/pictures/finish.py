"""The last pass every picture goes through: the tooth of the paper, grain and darker edges."""

from PIL import Image, ImageChops


def finished(sheet, tooth=0.22, grain=0.2, edges=0.2):
    image = sheet.image
    for field, strength in ((sheet.noise(160, 120, 4), tooth), (sheet.noise(1.7, 1.7, 1), grain)):
        printed = ImageChops.soft_light(image, Image.merge("RGB", (field,) * 3))
        image = Image.blend(image, printed, strength)
    corners = (
        Image.radial_gradient("L")
        .resize(image.size)
        .point([round(255 - edges * max(0, tone - 110) * 0.9) for tone in range(256)])
    )
    return ImageChops.multiply(image, Image.merge("RGB", (corners,) * 3))
