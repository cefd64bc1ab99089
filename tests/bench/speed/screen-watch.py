"""Watches the X screen itself, as a person does: prints "A <ns>" or "B <ns>" (CLOCK_MONOTONIC) when a page in colour A
(#ff00ff) or B (#00ffff) first stands on it. One column of pixels in the middle of the screen, about once a millisecond.
Xlib through ctypes: the library is there wherever a GTK program runs, and nothing has to be compiled.
"""
import ctypes
import time

COLOURS = {"A": (0xFF, 0x00, 0xFF), "B": (0xFF, 0xFF, 0x00)}  # blue, green, red: as in memory
ENOUGH = 60  # pixels of the colour: a page, not a button
ALL_PLANES = ctypes.c_ulong(-1).value
Z_PIXMAP = 2


class Image(ctypes.Structure):
    """The head of Xlib's XImage, up to its data."""

    _fields_ = [
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("xoffset", ctypes.c_int),
        ("format", ctypes.c_int),
        ("data", ctypes.c_void_p),
        ("byte_order", ctypes.c_int),
        ("bitmap_unit", ctypes.c_int),
        ("bitmap_bit_order", ctypes.c_int),
        ("bitmap_pad", ctypes.c_int),
        ("depth", ctypes.c_int),
        ("bytes_per_line", ctypes.c_int),
    ]


def open_screen():
    x = ctypes.CDLL("libX11.so.6")
    for name in ("XOpenDisplay", "XDefaultRootWindow"):
        getattr(x, name).restype = ctypes.c_void_p if name == "XOpenDisplay" else ctypes.c_ulong
    x.XGetImage.restype = ctypes.POINTER(Image)
    x.XGetImage.argtypes = [
        ctypes.c_void_p,
        ctypes.c_ulong,
        ctypes.c_int,
        ctypes.c_int,
        ctypes.c_uint,
        ctypes.c_uint,
        ctypes.c_ulong,
        ctypes.c_int,
    ]
    x.XDestroyImage.argtypes = [ctypes.POINTER(Image)]
    x.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
    x.XDisplayWidth.argtypes = x.XDisplayHeight.argtypes = [ctypes.c_void_p, ctypes.c_int]
    display = x.XOpenDisplay(None)
    if not display:
        raise SystemExit("no X display")
    return x, display


def column(x, display, root, at, height):
    image = x.XGetImage(display, root, at, 0, 1, height, ALL_PLANES, Z_PIXMAP)
    head = image.contents
    data = ctypes.string_at(head.data, head.bytes_per_line * height)
    step = head.bytes_per_line
    x.XDestroyImage(image)
    return data, step


def main():
    x, display = open_screen()
    root = x.XDefaultRootWindow(display)
    at, height = x.XDisplayWidth(display, 0) // 2, x.XDisplayHeight(display, 0)
    seen = None
    while True:
        data, step = column(x, display, root, at, height)
        now = time.clock_gettime_ns(time.CLOCK_MONOTONIC)
        pixels = list(zip(data[0::step], data[1::step], data[2::step]))
        shown = next((name for name, colour in COLOURS.items() if pixels.count(colour) >= ENOUGH), None)
        if shown is not None and shown != seen:
            print(shown, now, flush=True)
        seen = shown
        time.sleep(0.0007)


main()
