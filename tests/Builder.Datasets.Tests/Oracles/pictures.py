"""Small picture files of every kind that is read, and what Pillow makes of them: upright, on white, 16 bits spread over their own range.

Run with a Python that has Pillow (9 or newer):  python3 pictures.py > pictures.json
"""
import base64
import io
import json
import math

from PIL import Image, ImageOps

W, H = 23, 14
cases = []


def wave(x, y, k):
    return int(127.5 + 127.5 * math.sin(x * (0.31 + 0.1 * k) + y * 0.23 + k))


colour = Image.new("RGB", (W, H))
colour.putdata([(wave(x, y, 0), wave(x, y, 1), wave(x, y, 2)) for y in range(H) for x in range(W)])
grey = colour.convert("L")
opacity = Image.new("L", (W, H))
opacity.putdata([x * 11 for y in range(H) for x in range(W)])
clear = colour.copy()
clear.putalpha(opacity)
clear_grey = grey.copy()
clear_grey.putalpha(opacity)
deep = Image.new("I;16", (W, H))
deep.putdata([40_000 + x * 9 + y * 31 for y in range(H) for x in range(W)])
real = Image.new("F", (W, H))
real.putdata([(x - 9) * 0.25 + y * y * 0.01 for y in range(H) for x in range(W)])


def planes(image, has_palette):
    image = ImageOps.exif_transpose(image)
    if image.mode in ("I;16", "I;16B", "I", "F"):
        values = list(image.getdata())
        least, most = min(values), max(values)
        return 1, image.size, bytes(round((v - least) / (most - least) * 255) for v in values)
    if image.mode in ("1", "L") and not has_palette:
        return 1, image.size, image.convert("L").tobytes()
    if image.mode == "LA":
        levels, seen = image.split()
        return 1, image.size, bytes((v * a + 255 * (255 - a) + 127) // 255 for v, a in zip(levels.getdata(), seen.getdata()))
    if image.mode == "CMYK":
        image = image.convert("RGB")
    image = image.convert("RGBA")
    red, green, blue, seen = (list(band.getdata()) for band in image.split())
    on_white = [bytes((v * a + 255 * (255 - a) + 127) // 255 for v, a in zip(band, seen)) for band in (red, green, blue)]
    return 3, image.size, b"".join(on_white)


def case(name, image, kind, tolerance=0, expected=None, **how):
    file = io.BytesIO()
    image.save(file, kind, **how)
    channels, (width, height), pixels = planes(expected or Image.open(io.BytesIO(file.getvalue())), kind == "BMP")
    cases.append({
        "name": name, "channels": channels, "height": height, "width": width, "tolerance": tolerance,
        "file": base64.b64encode(file.getvalue()).decode(), "pixels": base64.b64encode(pixels).decode(),
    })


def turned(turn):
    exif = Image.Exif()
    exif[0x0112] = turn
    return exif


palette = colour.convert("P", palette=Image.Palette.ADAPTIVE, colors=17)
case("rgb.png", colour, "PNG")
case("grey.png", grey, "PNG")
case("grey-opacity.png", clear_grey, "PNG")
case("opacity.png", clear, "PNG")
case("palette.png", palette, "PNG")
case("palette-transparent.png", palette, "PNG", transparency=3)
case("one-bit.png", grey.convert("1"), "PNG")
case("deep.png", deep, "PNG")
case("turned.png", colour, "PNG", exif=turned(6))
for turn in range(1, 9):
    case(f"turn-{turn}.jpg", colour, "JPEG", 3, exif=turned(turn), quality=92, subsampling=0)
case("grey.jpg", grey, "JPEG", 2)
case("progressive.jpg", colour, "JPEG", 3, progressive=True)
case("subsampled.jpg", colour, "JPEG", 3, subsampling=2)
case("cmyk.jpg", colour.convert("CMYK"), "JPEG", 3, quality=95)
case("lossy.webp", colour, "WEBP", 3)
case("lossless.webp", colour, "WEBP", lossless=True)
case("opacity.webp", clear, "WEBP", 1, lossless=True, exact=True)
case("turned.webp", colour, "WEBP", lossless=True, exif=turned(8))
case("moving.webp", colour, "WEBP", lossless=True, save_all=True, append_images=[ImageOps.invert(colour)])
case("moving.gif", palette, "GIF", save_all=True, append_images=[ImageOps.invert(colour).convert("P")])
case("transparent.gif", palette, "GIF", transparency=2)
case("rgb.bmp", colour, "BMP")
case("palette.bmp", palette, "BMP")
case("one-bit.bmp", grey.convert("1").convert("P"), "BMP")
for kind in (None, "tiff_lzw", "tiff_adobe_deflate", "packbits"):
    case(f"rgb-{kind}.tif", colour, "TIFF", compression=kind)
case("jpeg.tif", colour, "TIFF", 6, compression="jpeg", quality=92)
case("fax.tif", grey.convert("1"), "TIFF", compression="group4")
case("grey.tif", grey, "TIFF")
case("opacity.tif", clear, "TIFF", 2)
case("cmyk.tif", colour.convert("CMYK"), "TIFF", 1)
case("palette.tif", palette, "TIFF")
case("deep.tif", deep, "TIFF")
case("deep-lzw.tif", deep, "TIFF", compression="tiff_lzw")
case("real.tif", real, "TIFF")
case("turned.tif", colour, "TIFF", expected=colour.transpose(Image.Transpose.ROTATE_270), tiffinfo={0x0112: 6})
case("rgb.tga", colour, "TGA")
case("packed.tga", colour, "TGA", compression="tga_rle")
case("grey.tga", grey, "TGA")
case("opacity.tga", clear, "TGA")
case("palette.tga", palette, "TGA")
for form in ("png", "bmp"):
    case(f"{form}.ico", clear.resize((32, 32)), "ICO", 1, sizes=[(16, 16), (32, 32)], bitmap_format=form)
print(json.dumps(cases, indent=0))
