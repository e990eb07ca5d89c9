"""How a build ended, in words: what was made and why, what was not, and where it is."""

from collections.abc import Iterator

from ..document import Made
from ..site import Outcome
from ..site import plan as planning
from .asked import counted

_DONE = {
    "en": "{documents} of {products} published in {out} ({s} s)",
    "zh-CN": "已发布：{p} 个产品，{n} 份文件，在 {out}（用时 {s} 秒）",
}
_PARTLY = {
    "en": "{documents} of {products} published in {out}, {k} of them made anew ({s} s)",
    "zh-CN": "已发布：{p} 个产品，{n} 份文件，其中 {k} 份是新做的，在 {out}（用时 {s} 秒）",
}
_IDLE = {
    "en": "{out} is up to date: {documents} of {products} ({s} s)",
    "zh-CN": "{out} 已是最新：{p} 个产品，{n} 份文件（用时 {s} 秒）",
}
_NOTHING = {
    "en": "nothing was published; {out} is as it was",
    "zh-CN": "没有发布任何内容，{out} 保持原样",
}
_INTERRUPTED = {
    "en": "interrupted; {out} is whole, as it was or as it was to be",
    "zh-CN": "已中断，{out} 完好：或是原样，或已整体更新",
}
_WARNED = {
    "en": "{warnings}; `disclosure check` shows {them}",
    "zh-CN": "另有 {n} 条警告，用 disclosure check 查看",
}
_WHY = {
    "en": {
        planning.NEW: "not published yet", planning.DAMAGED: "a published file is missing or not as it was",
        planning.ASKED: "--fresh makes everything anew", "gone": "removed {name}: no definition asks for it",
        "kept": "kept {name}: its page came out the same", "changed": "{name}: {inputs} changed",
        "reason": "{name}: {reason}", "comma": ", ",
    },
    "zh-CN": {
        planning.NEW: "还没有发布过", planning.DAMAGED: "已发布的文件缺失或被改动过",
        planning.ASKED: "--fresh 要求全部重做", "gone": "已移除 {name}：没有产品定义需要它",
        "kept": "保留 {name}：页面没有变化", "changed": "{name}：{inputs} 有改动",
        "reason": "{name}：{reason}", "comma": "、",
    },
}  # fmt: skip




def summary(outcome: Outcome, out: str, seconds: float, lang: str) -> Iterator[str]:
    """What is published now, and how many warnings there are."""
    new = sum(1 for made in outcome.made for one in made.receipts if not one.kept and not one.problems)
    words = _DONE if new == outcome.documents else _PARTLY if outcome.published else _IDLE
    yield words[lang].format(
        n=outcome.documents, documents=counted(outcome.documents, "document"), k=new, p=outcome.products,
        products=counted(outcome.products, "product"), out=out, s=f"{seconds:.1f}")  # fmt: skip
    if outcome.warnings:
        them = "it" if outcome.warnings == 1 else "them"
        yield _WARNED[lang].format(n=outcome.warnings, warnings=counted(outcome.warnings, "warning"), them=them)


def nothing(out: str, lang: str) -> str:
    """That the folder is as it was."""
    return _NOTHING[lang].format(out=out)


def interrupted(out: str, lang: str) -> str:
    """That the work was broken off, and the folder is whole."""
    return _INTERRUPTED[lang].format(out=out)


def blocked(made: Made, lang: str) -> Iterator[str]:
    """The findings that stand in the way of a definition's documents."""
    from ..report.findings import SEVERITIES

    for one in made.blocked:
        yield f"{one.place}: {SEVERITIES[lang][one.severity]} {one.said[lang]}"


def reasons(outcome: Outcome, lang: str) -> Iterator[str]:
    """Why each definition was made, which documents came out the same, and which are gone."""
    words = _WHY[lang]
    for name, why in planning.reasons(outcome.plan):
        if why[0] in words:
            yield words["reason"].format(name=name, reason=words[why[0]])
        else:
            yield words["changed"].format(name=name, inputs=words["comma"].join(why))
    kept = (one.name for made in outcome.made for one in made.receipts if one.kept)
    yield from (words["kept"].format(name=name) for name in kept)
    yield from (words["gone"].format(name=name) for name in outcome.gone)
