"""The week itself. It starts with what is late, so that every list has something in it on whatever day it is made."""

from datetime import time

from todo_api.demo.shapes import Part, Plan, Todo, When
from todo_domain.types import Priority

_TODAY, _TOMORROW = When(day=0), When(day=1)

LABELS = {"errand": "#d97706", "call": "#2563eb", "deep work": "#7c3aed", "at home": "#2e8b57", "waiting": "#6b7280"}

INBOX = (
    Todo("Return the library books", When(day=-2), priority=Priority.MEDIUM, labels=("errand",)),
    Todo(
        "Call Grandma",
        When(day=0, at=time(18, 30)),
        labels=("call",),
        minutes=30,
        notes="Ask her for the plum cake recipe, and how the new **hearing aid** is doing.",
    ),
    Todo("Find a birthday present for Noor", When(day=3), priority=Priority.HIGH, deadline=5, labels=("errand",)),
    Todo("Renew the passport", When(day=9), notes="The form is on the town hall's site; it needs *two* photos."),
    Todo("Read the article about tidal energy that Ben sent"),
    Todo("Idea: a monthly film night, everybody picks one in turn"),
    Todo("Buy a rowing machine", in_trash=True, notes="No. There is a river."),
)

_LAUNCH = """\
What the page has to say, in this order:

1. What it does, in one sentence
2. Three pictures, none of them of people pointing at screens
3. What it costs

> “If my father understands it, it is done.” (Ines)
"""

_LISBON = """\
## Where we might stay

- **Alfama**: steep, beautiful, loud until two
- **Graça**: as steep, quieter, the best view
- **Campo de Ourique**: flat, and next to the market

Flights land at 11:40, so no check-in before then.
"""

PROJECTS = (
    Plan(
        "Website launch",
        "#2563eb",
        tasks=(
            Todo(
                "Stand-up with the team",
                When(day=0, at=time(9, 30)),
                minutes=15,
                labels=("call",),
            ),
            Todo(
                "Video call with Kenji in Tokyo",
                When(day=2, at=time(17, 0), timezone="Asia/Tokyo"),
                minutes=45,
                labels=("call",),
                notes="It is evening for him: be on time. He wants to talk about the *Japanese* texts.",
            ),
        ),
        sections=(
            Part(
                "Now",
                (
                    Todo(
                        "Answer the printer's question about the posters",
                        When(day=-1),
                        priority=Priority.URGENT,
                        notes="Paper, 135 g or 170 g? Samples are on Ines's desk.",
                    ),
                    Todo(
                        "Write the front page",
                        When(day=0, at=time(11, 0)),
                        priority=Priority.HIGH,
                        labels=("deep work",),
                        minutes=120,
                        deadline=2,
                        notes=_LAUNCH,
                        subtasks=(
                            Todo("Collect what customers say about it", done=True),
                            Todo("A first draft, without looking anything up", _TODAY),
                            Todo("Read it aloud to somebody", _TOMORROW),
                        ),
                    ),
                    Todo("Choose the three pictures", _TOMORROW, priority=Priority.MEDIUM, labels=("deep work",)),
                ),
            ),
            Part(
                "Next",
                (
                    Todo("Try it with a screen reader", When(day=4), priority=Priority.HIGH, minutes=60),
                    Todo("Translations back from the agency", When(day=5), labels=("waiting",)),
                    Todo(
                        "Launch day",
                        When(day=8, at=time(10, 0)),
                        priority=Priority.URGENT,
                        subtasks=(
                            Todo("Tell the newsletter"),
                            Todo("Cake for everybody", labels=("errand",)),
                        ),
                    ),
                ),
            ),
            Part(
                "Done",
                (
                    Todo("Agree on the colours", done=True),
                    Todo("Move to the new server", priority=Priority.HIGH, done=True),
                ),
            ),
        ),
    ),
    Plan(
        "Home",
        "#d97706",
        tasks=(
            Todo("Take out the recycling", When(day=0, at=time(7, 30)), labels=("at home",), done=True),
            Todo("Pay the electricity bill", _TODAY, priority=Priority.HIGH, deadline=1),
        ),
        sections=(
            Part(
                "Shopping",
                (
                    Todo(
                        "Market",
                        _TOMORROW,
                        labels=("errand",),
                        notes="Cash only, and it closes at one.",
                        subtasks=(
                            Todo("Tomatoes, the crooked ones"),
                            Todo("A dozen eggs"),
                            Todo("Flowers for the table"),
                            Todo("Coffee", done=True),
                        ),
                    ),
                    Todo("New light bulb for the hall", labels=("errand",), priority=Priority.LOW),
                ),
            ),
            Part(
                "Repairs",
                (
                    Todo("Plumber comes for the kitchen tap", When(day=3, at=time(8, 0)), labels=("at home",)),
                    Todo("Oil the squeaking door", labels=("at home",), priority=Priority.LOW, minutes=10),
                    Todo("Bring the bicycle to the workshop", done=True, labels=("errand",)),
                ),
            ),
        ),
    ),
    Plan(
        "Garden",
        "#2e8b57",
        tasks=(
            Todo("Water the tomatoes", When(day=0, at=time(19, 30)), minutes=20, labels=("at home",)),
            Todo("Swap seedlings with Mr. Okafor", When(day=6), notes="He has too much basil, we have too much mint."),
            Todo("Turn the compost", When(day=10), labels=("at home",), minutes=30),
        ),
        sections=(),
    ),
    Plan(
        "A week in Lisbon",
        "#db2777",
        tasks=(Todo("Ask Ana where to eat", labels=("call",), done=True, notes="*Not* near the tram stop, she says."),),
        sections=(
            Part(
                "Before",
                (
                    Todo("Book the flat", When(day=2), priority=Priority.HIGH, labels=("deep work",), notes=_LISBON),
                    Todo("Find somebody who feeds the cat", When(day=7), labels=("waiting",)),
                    Todo("Learn twenty words of Portuguese", notes="*Obrigada* makes one."),
                ),
            ),
            Part(
                "There",
                (
                    Todo("See the tile museum", priority=Priority.LOW),
                    Todo("Watch the sun set from the Graça viewpoint"),
                ),
            ),
        ),
    ),
)
