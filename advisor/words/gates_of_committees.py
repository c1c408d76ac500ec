"""What the conditions of remedies, treaties and persons affected say, by the code of the gate's result; see ``gates``."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

REMEDIES: Mapping[str, "StrPromise"] = {
    "domestic-remedies.pass": _(
        "Remedies in the country are exhausted: they were tried up to the last decision, as this route asks."
    ),
    "domestic-remedies.arguable": _(
        "As a rule the remedies in the country come first, up to the last decision. They need not if they do not work or take unreasonably long. You would have to show that this is so: doubt alone is not enough."
    ),
    "domestic-remedies.does-not-stop-it": _(
        "A remedy is left, but you say that the authorities need not wait for it. A remedy that does not stop the act "
        "in time need not be used first: the Committee against Torture has said so about expulsions. Show that it "
        "would not stop it."
    ),
    "domestic-remedies.ask-for-a-stay": _(
        "You say that the authorities must wait for a court. Ask that court for a stay now: an order to wait. Keep the request to the committee ready for the hour it is refused."
    ),
    "domestic-remedies.does-it-stop-it": _(
        "A remedy is left. As a rule it comes first if the authorities have to wait for its result. If they can act before, it need not. You have not said which it is: ask a lawyer today."
    ),
    "domestic-remedies.fail.not-started": _(
        "As a rule the remedies in the country come first, up to the last decision. They need not if they do not work or take unreasonably long. None has been started."
    ),
    "domestic-remedies.fail.not-started@treaty-body-complaint": _(
        "As a rule the remedies in the country come first, up to the last decision. They need not if they do not work, take unreasonably long, or would not stop the harm in time. None has been started."
    ),
    "domestic-remedies.fail.under-way": _(
        "As a rule the remedies in the country come first, up to the last decision. They need not if they do not work or take unreasonably long. A case or appeal is still going on."
    ),
    "domestic-remedies.fail.under-way@treaty-body-complaint": _(
        "As a rule the remedies in the country come first, up to the last decision. They need not if they do not work, take unreasonably long, or would not stop the harm in time. A case or appeal is still going on."
    ),
    "domestic-remedies.unknown": _(
        "As a rule the remedies in the country come first, up to the last decision. They need not if they do not work or take unreasonably long. You have not said what was tried."
    ),
    "domestic-remedies.no-case": _("This matters for cases only, and you describe none."),
    "domestic-remedies.not-needed.special-procedures": _("You need not go to the courts of the country first."),
    "domestic-remedies.not-needed.upr": _(
        "You need not go to the courts of the country first: the review looks at the whole record of a State and "
        "decides no complaint."
    ),
    "domestic-remedies.not-needed.council-sessions": _(
        "You need not go to the courts of the country first to raise a situation."
    ),
    "domestic-remedies.not-needed.treaty-body-review": _(
        "You need not go to the courts of the country first to send a report."
    ),
    "domestic-remedies.not-needed.treaty-body-complaint": _("You need not go to the courts of the country first."),
    "domestic-remedies.not-needed.complaint-procedure": _("You need not go to the courts of the country first."),
}

TREATIES: Mapping[str, "StrPromise"] = {
    "treaty-ratified.pass": _("A treaty on your themes binds the State. %(treaties)s."),
    "treaty-ratified.pass@treaty-body-complaint": _("This treaty binds the State. %(treaties)s."),
    "treaty-ratified.signed-only": _(
        "The State has signed but not ratified, and a signature does not bind. %(treaties)s."
    ),
    "treaty-ratified.fail": _(
        "No treaty on your themes binds the State. A committee can look only at States that are bound."
    ),
    "treaty-ratified.fail@treaty-body-complaint": _(
        "This treaty does not bind the State, and its committee can look only at States that are bound. %(treaties)s."
    ),
    "treaty-ratified.no-state": _("A treaty committee looks at one State at a time, and you named no State."),
    "treaty-ratified.region": _(
        "Name the State that you mean: a treaty committee looks at one State at a time, and not all are bound by the "
        "same treaties."
    ),
    "treaty-ratified.unknown": _(
        "A treaty on your theme must bind the State. Which one does depends on the State and the theme."
    ),
    "treaty-ratified.not-needed.special-procedures": _("It does not matter which treaties the State has ratified."),
    "treaty-ratified.not-needed.upr": _("Every UN Member State is reviewed, whatever it has ratified."),
    "treaty-ratified.not-needed.council-sessions": _("Any State can be raised, whatever it has ratified."),
    "treaty-ratified.not-needed.treaty-body-review": _("It does not matter which treaties the State has ratified."),
    "treaty-ratified.not-needed.treaty-body-complaint": _("It does not matter which treaties the State has ratified."),
    "treaty-ratified.not-needed.complaint-procedure": _("All rights are covered, whatever the State has ratified."),
    "right-covered.pass": _("The treaty names a right that is concerned: %(treaty)s."),
    "right-covered.framed": _(
        "The treaty does not name this right, but the matter can be argued under it on one condition: %(condition)s. The "
        "treaty: %(treaty)s."
    ),
    "right-covered.framed.covenant": _(
        "The treaty does not name this right: %(treaty)s. The matter can be argued under it if life, body, private life, home or family is at stake. It can be, too, if you were treated worse than others."
    ),
    "right-covered.name-the-right": _(
        "You named no right. Name the right that was broken, since each treaty covers certain rights: whether this one "
        "does is open. %(treaty)s."
    ),
    "right-covered.subject-excluded": _(
        "The State has kept this subject from the committee, so it cannot be argued under this treaty: %(treaty)s. Its limit, in short: “%(limit)s”"
    ),
    "right-covered.no-treaty": _("No treaty binds the State here, so there is none to cover the right."),
    "right-covered.unknown.committee": _(
        "The treaty must cover the right, by name or on a condition. Name the State and the theme to see which one does."
    ),
    "competence-accepted.pass": _(
        "%(country)s has accepted complaints by individuals to this committee: %(committee)s."
    ),
    "competence-accepted.fail": _(
        "%(country)s has not accepted complaints by individuals to this committee, so it must turn them away: "
        "%(committee)s."
    ),
    "competence-accepted.not-bound": _(
        "%(country)s is not bound by the treaty of this committee, so it cannot take a complaint: %(committee)s."
    ),
    "competence-accepted.not-in-force": _(
        "The complaints procedure of this committee has not started for any State: %(committee)s."
    ),
    "competence-accepted.not-in-force@cmw": _(
        "The complaints procedure of this committee starts only when ten States have accepted it, and so far too few "
        "have: %(committee)s."
    ),
    "competence-accepted.unknown.committee": _(
        "The State must have accepted complaints to the committee. Name the State and the theme to see whether it has."
    ),
}

EVERYBODY = _(
    "%(committee)s takes complaints by or for any person, whatever group they belong to, but not for an organisation. Each "
    "person must be named to it."
)

EVERYBODY_AND_GROUPS = _(
    "%(committee)s takes complaints by or for any person or group of persons, but not for an organisation."
)

PERSONS: Mapping[str, "StrPromise"] = {
    "victim-group.everybody": EVERYBODY,
    "victim-group.everybody@icescr": EVERYBODY_AND_GROUPS,
    "victim-group.pass.women": _(
        "%(committee)s takes complaints only for women and girls, and you say that this is so. One person or a group can complain. For trans women it can be argued."
    ),
    "victim-group.pass.children": _(
        "%(committee)s takes complaints only for people who were under 18 when it happened, and you say that this is so. They may have grown up since. One person or a group can complain."
    ),
    "victim-group.pass.persons-with-disabilities": _(
        "%(committee)s takes complaints only for persons with disabilities, and you say that this is so. Mental or intellectual disabilities count, and a long-term illness can. One person or a group can complain."
    ),
    "victim-group.pass.race-or-origin": _(
        "%(committee)s takes complaints only where race, colour, descent or national or ethnic origin is the reason, and you say that this is so. One person or a group can complain. For an organisation as the victim it can be argued."
    ),
    "victim-group.pass.migrant-workers": _(
        "%(committee)s takes complaints only for migrant workers and members of their families, and you say that this is so."
    ),
    "victim-group.unknown.women": _(
        "%(committee)s takes a complaint only if it is for women or girls. You have not said who is affected."
    ),
    "victim-group.unknown.children": _(
        "%(committee)s takes a complaint only if it is for people who were under 18 when it happened. You have not said "
        "who is affected."
    ),
    "victim-group.unknown.persons-with-disabilities": _(
        "%(committee)s takes a complaint only if it is for persons with disabilities. Mental or intellectual disabilities "
        "count, and a long-term illness can. You have not said who is affected."
    ),
    "victim-group.unknown.race-or-origin": _(
        "%(committee)s takes a complaint only if race, colour, descent or national or ethnic origin is the reason. You "
        "have not said who is affected."
    ),
    "victim-group.unknown.migrant-workers": _(
        "%(committee)s takes a complaint only if it is for migrant workers or members of their families. You have not "
        "said who is affected."
    ),
    "victim-group.unknown.committee": _(
        "Some committees take everybody, others only certain people, such as women or children. Name the State and the "
        "theme to see which."
    ),
    "victim-group.fail.women": _(
        "%(committee)s takes complaints only for women and girls. You do not count any among those affected."
    ),
    "victim-group.fail.children": _(
        "%(committee)s takes complaints only for people who were under 18 when it happened. You do not count any among "
        "those affected."
    ),
    "victim-group.fail.persons-with-disabilities": _(
        "%(committee)s takes complaints only for persons with disabilities. You do not count any among those affected."
    ),
    "victim-group.fail.race-or-origin": _(
        "%(committee)s takes complaints only where race, colour, descent or national or ethnic origin is the reason. You "
        "do not say that it is."
    ),
    "victim-group.fail.migrant-workers": _(
        "%(committee)s takes complaints only for migrant workers and members of their families. You do not count any "
        "among those affected."
    ),
    "victim-group.no-case": _("This matters for cases only, and you describe none."),
}
