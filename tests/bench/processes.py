"""What processes cost: memory and CPU time, read from the system."""

import psutil


def family(pid: int) -> list[psutil.Process]:
    """A process and everything it started, as far as it still runs."""
    parent = psutil.Process(pid)
    return [parent, *parent.children(recursive=True)]


def pss(pid: int) -> float:
    """Memory in MB of a process and all it started; what they share is counted once, in parts."""
    return sum(process.memory_full_info().pss for process in family(pid)) / 2**20


def cpu(pids: list[int]) -> float:
    """Seconds of CPU these families have used since they began, their ended children included."""
    total = 0.0
    for pid in pids:
        for process in family(pid):
            times = process.cpu_times()
            total += times.user + times.system
        ended = psutil.Process(pid).cpu_times()
        total += ended.children_user + ended.children_system
    return total
