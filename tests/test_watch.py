"""A process hears of a change from the one beside it, long before it would ask by itself."""

import os

import pytest

from newsroom.page_cache.removals import RemovalsFolder
from newsroom.page_cache.watch import Known, Watch

NEVER = float("inf")
# Newer Pythons warn of a fork beside threads; the child here uses none of them.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


class Counting(Watch):
    """Finds another edition whenever it asks."""

    def read(self):
        return Known(self.known.edition + 1, NEVER, self.known.removals)


@pytest.fixture
def watch(tmp_path):
    return Counting(RemovalsFolder(tmp_path), when_unsafe=lambda: None)


def changed_beside(watch):
    """Something, by a process that was forked from the same one."""
    child = os.fork()
    if not child:
        try:
            beside = Counting(watch.folder, watch.when_unsafe)
            beside.told_at = watch.told_at
            beside.look_again()
            beside.tell_others()
        finally:
            # Whatever happens: this is no second run of the tests.
            os._exit(0)
    os.waitpid(child, 0)


def test_a_change_in_one_process_is_known_to_the_one_beside_it_at_once(watch):
    assert [watch.look().edition for _ in range(3)] == [1, 1, 1]
    changed_beside(watch)
    assert [watch.look().edition for _ in range(3)] == [2, 2, 2]


def test_who_tells_late_of_an_earlier_change_makes_nobody_forget_a_later_one(watch):
    early, late = Counting(watch.folder, watch.when_unsafe), Counting(watch.folder, watch.when_unsafe)
    early.told_at = late.told_at = watch.told_at
    for one in (early, watch, late):
        one.look_again()
    late.tell_others()
    early.tell_others()
    assert watch.look().edition == 2


def test_who_tells_of_a_change_does_not_ask_once_more(watch):
    watch.look_again()
    watch.tell_others()
    assert watch.look().edition == 1
