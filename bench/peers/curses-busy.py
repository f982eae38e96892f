"""A line of curses that says with as many dots as ours, as often, that work goes on."""

import curses
import itertools
import sys
import time


def work(screen: curses.window, doing: str) -> None:
    for dots in itertools.cycle((".  ", ".. ", "...")):
        screen.addstr(1, 2, f"{doing} {dots}")
        screen.refresh()
        time.sleep(0.6)


curses.wrapper(work, sys.argv[1])
