"""Working days by the calendar of bank holidays: Monday to Friday without them."""
from datetime import date, timedelta

import plain_yaml


class WorkingDays:
    """`number` counts the working days up to and including a day; days outside the years covered are unknown."""

    def __init__(self, first, last, holidays):
        self.numbers, self.days = {}, []            # of a day; the days themselves, in order
        day = first
        while day <= last:
            if day.weekday() < 5 and day not in holidays:
                self.days.append(day)
            self.numbers[day] = len(self.days)
            day += timedelta(days=1)

    def between(self, a, b):
        """Working days after a up to and including b; below zero when b lies before a."""
        if a is None or b is None or a not in self.numbers or b not in self.numbers:
            return None
        return self.numbers[b] - self.numbers[a]

    def after(self, day, count):
        """The day on which `count` working days after a day have begun; the day itself for none."""
        if day is None or day not in self.numbers:
            return None
        if count == 0:
            return day
        place = self.numbers[day] + count - 1
        return self.days[place] if place < len(self.days) else None


def load(force, definitions):
    """The calendar that the force names, its own before ours."""
    name = plain_yaml.load(force / "pipeline.yaml").get("calendar", "england-and-wales")
    paths = [folder / f"calendars/{name}.yaml" for folder in (force, definitions)]
    calendar = plain_yaml.load(next(path for path in paths if path.exists()))
    return WorkingDays(date.fromisoformat(calendar["from"]), date.fromisoformat(calendar["to"]),
                       {date.fromisoformat(day) for day in calendar["holidays"]})
