"""The living page of components: each part of a page in each of its states, in every kind of writing. For staff alone."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rules.vocabulary import RouteSlug

SAMPLES = (
    {
        "language": "en",
        "direction": "ltr",
        "title": "Write to the experts this week",
        "text": "Everyone has the right to life, liberty and security of person.",
        "action": "Write the letter",
        "other": "Keep this for later",
        "word": "Possible",
    },
    {
        "language": "fr",
        "direction": "ltr",
        "title": "Rédiger une communication aux titulaires de mandat au titre des procédures spéciales",
        "text": "Tout individu a droit à la vie, à la liberté et à la sûreté de sa personne.",
        "action": "Rédiger la communication individuelle",
        "other": "Conserver provisoirement ces réponses sous un code",
        "word": "Éventuellement envisageable",
    },
    {
        "language": "ar",
        "direction": "rtl",
        "title": "اكتب إلى الخبراء هذا الأسبوع",
        "text": "لكل فرد الحق في الحياة والحرية وسلامة شخصه.",
        "action": "اكتب الرسالة",
        "other": "احفظ هذا إلى وقت لاحق",
        "word": "ممكن",
    },
    {
        "language": "zh-Hans",
        "direction": "ltr",
        "title": "本周致函专家",
        "text": "人人有权享有生命、自由和人身安全。",
        "action": "写信",
        "other": "保存以后再用",
        "word": "可行",
    },
    {
        "language": "ru",
        "direction": "ltr",
        "title": "Напишите экспертам на этой неделе",
        "text": "Каждый человек имеет право на жизнь, на свободу и на личную неприкосновенность.",
        "action": "Написать письмо",
        "other": "Сохранить на потом",
        "word": "Возможно",
    },
)
"""The same words in long and short writing, from both sides; the text is article 3 of the Universal Declaration."""


@login_required
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Every component. In English, for those who build pages; raises 404 for everybody else."""
    if not request.user.is_staff:
        raise Http404
    return render(request, "design.html", {"samples": SAMPLES, "routes": list(RouteSlug)})
