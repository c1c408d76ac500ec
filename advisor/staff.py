"""What each role may do on the editors' side: no more than its work asks for. Applied after every migration (`apps.py`).

After a migration and not in one: Django makes the permissions themselves only once all migrations are done, and a later release
with a new table of facts must give the editors their right to it without anybody remembering to. The three groups are the
portal's own: whatever else is put into them is taken out again the next time.
"""

from typing import Any

from django.apps.registry import Apps
from django.apps.registry import apps as global_apps

from accounts.staff import ADMINISTRATOR, APPROVER, EDITOR, ROLES

FACTS = "mechanisms"
EDITED = ("expertcase", "weight")
SEEN = ("edition", "publication", "proposal", "expertcase", "weight")
"""Models of the advice side that all three roles see; nobody sees saved advice here."""

PEOPLE = frozenset({"accounts.view_user", "accounts.add_user", "accounts.change_user", "auth.view_group"})
APPROVING = frozenset({"advisor.approve_edition", "advisor.publish_edition"})


def may(role: str, right: str) -> bool:
    """Whether a role has a right, told as everywhere in Django: ``app.codename``."""
    app, _dot, code = right.partition(".")
    if app == "advisor" and code in {f"view_{name}" for name in SEEN}:
        return True
    if role == ADMINISTRATOR:
        return right in PEOPLE or right == "advisor.publish_edition"
    if role == APPROVER:
        return right in APPROVING or (app == FACTS and code.startswith("view_"))
    if role == EDITOR:
        if app == FACTS:
            # Facts are ended, not deleted: advice given earlier rests on them. On a case, or a weight that no rule reads, nothing rests.
            return not code.startswith("delete_")
        edited = {f"{verb}_{name}" for verb in ("add", "change", "delete") for name in EDITED}
        # Comments of organisations are shown only once an editor has read them.
        return app == "advisor" and code in edited | {"add_proposal", "view_experience", "change_experience"}
    raise LookupError(role)


def after_migration(using: str, apps: Apps = global_apps, **more: Any) -> None:
    """Make the three groups and give them their rights, neither more nor fewer. Called by Django, also once tables were emptied."""
    try:
        groups, permissions = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    except LookupError:
        return  # a migration back to before there were any
    every = list(permissions._default_manager.using(using).select_related("content_type"))
    for role in ROLES:
        group, _made = groups._default_manager.using(using).get_or_create(name=role)
        group.permissions.set([one for one in every if may(role, f"{one.content_type.app_label}.{one.codename}")])
