"""While living advice is given anew, others write, delete and work too; and one row that can't be read keeps nobody else waiting."""

import datetime
from unittest.mock import patch

import pytest
from django.db import connection
from django.utils import timezone

from advisor.editions.models import Publication
from advisor.notices.models import Notice
from advisor.saved import actions, living
from advisor.saved.models import AdviceChange, Reassessment, SavedAdvice
from tests.accounts.people import person

from .living import DAY, deadline, keep, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]


@pytest.fixture(autouse=True)
def the_day(settings):
    settings.FIXED_DAY = DAY.isoformat()


@pytest.fixture
def anna():
    return person("anna@one.example")


def test_one_that_no_key_opens_keeps_nobody_else_waiting(anna, caplog):
    broken, sound = keep(anna, looked=False), keep(anna)
    living.run_due()
    with connection.cursor() as cursor:
        column = SavedAdvice._meta.pk.get_db_prep_value(broken.pk, connection)
        cursor.execute("UPDATE advisor_savedadvice SET draft = 'x' WHERE id = %s", [column])
    publish(deadline("2026-07-22"))
    living.run_due()
    assert AdviceChange.objects.get().saved_id == sound.pk
    assert str(broken.pk) in caplog.text


def test_one_that_cannot_be_worked_out_keeps_nobody_else_waiting(anna, caplog):
    broken, sound = keep(anna), keep(anna)
    living.run_due()
    broken.draft = ["no answers"]
    broken.save()
    publish(deadline("2026-07-22"))
    living.run_due()
    assert AdviceChange.objects.get().saved_id == sound.pk
    assert str(broken.pk) in caplog.text


def test_an_answer_changed_meanwhile_is_worked_out_again(anna):
    saved = keep(anna)
    living.run_due()
    publish(deadline("2026-07-22"))
    meanwhile = [True]

    def slow(answers):
        if meanwhile:
            meanwhile.pop()
            draft = actions.Draft(answers=saved.draft["answers"] | {"countries": ["KEN"]})
            actions.change_answers(saved=saved, draft=draft, revision=saved.revision, by=anna)
        return compare(answers)

    compare = living.Comparison(*_stands()).of
    with patch.object(living.Comparison, "of", side_effect=slow):
        living.run_due()
    assert AdviceChange.objects.count() == 0
    assert Reassessment.objects.first().changed == 0


def test_what_is_deleted_meanwhile_is_gone(anna):
    saved, other = keep(anna), keep(anna)
    living.run_due()
    publish(deadline("2026-07-22"))

    def slow(answers):
        SavedAdvice.objects.filter(pk=saved.pk).delete()
        return compare(answers)

    compare = living.Comparison(*_stands()).of
    with patch.object(living.Comparison, "of", side_effect=slow):
        living.run_due()
    assert AdviceChange.objects.get().saved_id == other.pk
    assert Reassessment.objects.first().changed == 1


def test_while_one_worker_holds_a_step_another_leaves_it_alone(anna):
    keep(anna)
    living.run_due()
    publish(deadline("2026-07-22"))
    others = []

    def slow(answers):
        others.append(living.run_due())
        return compare(answers)

    compare = living.Comparison(*_stands()).of
    with patch.object(living.Comparison, "of", side_effect=slow):
        assert living.run_due() == 1
    assert others == [0]


def test_a_batch_that_another_worker_took_over_meanwhile_is_not_kept_twice(anna):
    for _ in range(5):
        keep(anna)
    living.run_due()
    publish(deadline("2026-07-22"))
    meanwhile = [True]

    def slow(answers):
        if meanwhile:
            meanwhile.pop()
            Reassessment.objects.update(claimed_until=timezone.now() - datetime.timedelta(seconds=1))
            living.run_due()
        return compare(answers)

    compare = living.Comparison(*_stands()).of
    with patch.object(living.Comparison, "of", side_effect=slow), patch.object(living, "BATCH", 2):
        living.run_due()
    row = Reassessment.objects.first()
    assert (row.assessed, row.changed, AdviceChange.objects.count(), Notice.objects.count()) == (5, 5, 5, 5)


def test_two_workers_who_begin_at_once_begin_one_step(anna):
    keep(anna)
    living.run_due()
    publish(deadline("2026-07-22"))
    last = Reassessment.objects.get()
    create = Reassessment.objects.create

    def quicker(**values):
        Reassessment.objects.bulk_create([Reassessment(**values)])
        return create(**values)

    with patch.object(Reassessment.objects, "create", side_effect=quicker):
        living.run_due()
    living.run_due()
    assert list(Reassessment.objects.values_list("follows", flat=True)) == [last.pk, None]
    assert AdviceChange.objects.count() == 1


def _stands():
    first, last = Publication.objects.order_by("id").first(), Publication.objects.order_by("id").last()
    return living.Stand(first.edition_id, DAY), living.Stand(last.edition_id, DAY)
