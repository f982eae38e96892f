"""A cable between two interfaces on which each frame takes a while. Many kernels lack netem."""

import fcntl
import os
import queue
import struct
import sys
import threading
import time

TUNSETIFF = 0x400454CA
IFF_TAP = 0x0002
IFF_NO_PI = 0x1000


def plug(name: str) -> int:
    end = os.open("/dev/net/tun", os.O_RDWR)
    fcntl.ioctl(end, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TAP | IFF_NO_PI))
    return end


def carry(source: int, target: int, seconds: float) -> None:
    under_way: queue.SimpleQueue = queue.SimpleQueue()

    def take() -> None:
        while True:
            frame = os.read(source, 65536)
            under_way.put((time.monotonic() + seconds, frame))

    def give() -> None:
        while True:
            due, frame = under_way.get()
            time.sleep(max(0, due - time.monotonic()))
            try:
                os.write(target, frame)
            except OSError:
                # Nobody has switched that end on yet.
                pass

    for work in (take, give):
        threading.Thread(target=work, daemon=True).start()


seconds, *names = sys.argv[1:]
one, other = map(plug, names)
carry(one, other, float(seconds))
carry(other, one, float(seconds))
print("plugged", flush=True)
threading.Event().wait()
