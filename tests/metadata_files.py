"""Pictures as cameras, agencies and jokers send them: files with XMP, IPTC-IIM and EXIF in them."""

import io

from PIL import Image

UTF8 = (1, 90, b"\x1b%G")


def iim(*records):
    """The block of such records as (record, number, bytes)."""
    return b"".join(bytes([0x1C, record, number]) + len(value).to_bytes(2) + value for record, number, value in records)


def xmp(properties):
    """A packet around properties written as XML."""
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" '
        'xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/" '
        'xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" '
        f'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">{properties}'
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()


def exif(tags, camera=()):
    written = Image.Exif()
    written.update(tags)
    if camera:
        written.get_ifd(0x8769).update(camera)
    return written.tobytes()


def jpeg(xmp_packet=b"", iim_block=b"", exif_block=b"", size=(64, 48)):
    """A JPEG as a file; the blocks may be junk."""
    options = {name: value for name, value in (("xmp", xmp_packet), ("exif", exif_block)) if value}
    file = io.BytesIO()
    Image.new("RGB", size, "teal").save(file, "JPEG", **options)
    if iim_block:
        padded = iim_block + b"\0" * (len(iim_block) % 2)
        resource = b"8BIM\x04\x04\0\0" + len(iim_block).to_bytes(4) + padded
        segment = b"Photoshop 3.0\0" + resource
        whole = file.getvalue()
        file = io.BytesIO(whole[:2] + b"\xff\xed" + (len(segment) + 2).to_bytes(2) + segment + whole[2:])
    file.seek(0)
    return file
