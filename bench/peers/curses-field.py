"""A question of curses with a field for its answer, and nothing else on the screen."""

import curses
import sys
from curses.textpad import Textbox, rectangle


def ask(screen: curses.window, question: str) -> None:
    screen.addstr(1, 2, question)
    rectangle(screen, 3, 2, 5, 61)
    screen.refresh()
    Textbox(curses.newwin(1, 58, 4, 3)).edit()


curses.wrapper(ask, sys.argv[1])
