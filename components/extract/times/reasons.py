"""One sentence, in Arabic and English, for every value that was inferred."""

from collections.abc import Mapping
from functools import lru_cache

_TEXTS: dict[str, tuple[str, str]] = {
    "weekday_past": ("أقرب يوم بهذا الاسم حتى يوم النشر {published}",
                     "the nearest such weekday up to the day of publication, {published}"),
    "weekday_future": ("الجملة عن المستقبل: أقرب يوم بعد يوم النشر {published}",
                       "the clause is about the future: the nearest such weekday from {published} on"),
    "weekday_range": ("أول يوم بهذا الاسم بعد بداية المدة", "the first such weekday behind the beginning of the range"),
    "year_past": ("لم تُذكر السنة: أقرب تاريخ سابق ليوم النشر {published}",
                  "no year is written: the nearest such date before the day of publication, {published}"),
    "year_future": ("لم تُذكر السنة والكلام عن المستقبل: أقرب تاريخ بعد يوم النشر {published}",
                    "no year, and the clause is about the future: the nearest such date from {published} on"),
    "year_weekday": ("لم تُذكر السنة: السنة القريبة من يوم النشر {published} التي يوافق فيها التاريخ يوم الأسبوع المكتوب",
                     "no year is written: the one near {published} in which the date falls on the weekday beside it"),
    "year_elsewhere": ("لم تُذكر السنة هنا: التاريخ نفسه مذكور بسنته في موضع آخر من النص",
                       "no year is written here: the text gives the same date with its year elsewhere"),
    "year_context": ("لم تُذكر السنة: هي سنة تاريخ سابق في النص",
                     "no year is written: the year of an earlier date in the text"),
    "year_beside": ("لم تُذكر السنة هنا: هي سنة التاريخ المعطوف بعده",
                    "no year is written here: that of the date joined to it"),
    "twin": ("اليوم أو الشهر نفسه من تلك السنة", "the same day or month of that year"),
    "year_estimated": ("لم تُذكر السنة ولا يوم النشر: قُدّرت من أحدث تاريخ كامل في النص، {published}",
                       "neither the year nor the day of publication is given: estimated from the latest full date in the "
                       "text, {published}"),
    "frame": ("محسوب من يوم النشر {published}", "counted from the day of publication, {published}"),
    "today": ("منسوب إلى يوم النشر {published}", "relative to the day of publication, {published}"),
    "day_context": ("اليوم المقصود هو آخر يوم ذُكر في النص", "the day is the one last spoken of in the text"),
    "month_context": ("لم يُذكر الشهر: هو آخر شهر ورد في النص أو شهر النشر",
                      "no month is written: the one last spoken of, or that of publication"),
    "hijri": ("محوّل من التقويم الهجري بحساب أم القرى، بهامش يوم",
              "converted from the Hijri calendar by Umm al-Qura, a day's margin"),
    "hijri_double": ("التاريخ الميلادي مكتوب إلى جانب الهجري", "the Gregorian date stands beside the Hijri one"),
    "unresolved": ("لا يوم نشر معروفًا يُحسب منه", "no known day of publication to count from"),
    "no_day_before": ("لا يوم مذكورًا قبله في النص يُحسب منه", "the text gives no day before it to count from"),
    "event": ("محسوب من حدث لا تاريخ له في النص", "counted from an event that the text does not date"),
    "feast": ("يوم العيد الأقرب إلى يوم النشر {published}", "the feast nearest to the day of publication, {published}"),
    "new_year": ("العام الجديد يبدأ أو بدأ: لا يقول النص أيهما", "the new year: the text does not say whether it has begun"),
    "decade": ("أقرب عقد بهذا الاسم", "the latest decade of that name"),
}


@lru_cache(maxsize=1024)
def reason(name: str, **facts: object) -> Mapping[str, str]:
    """The sentence called `name`, in "ar" and "en", its facts filled in."""
    arabic, english = _TEXTS[name]
    return {"ar": arabic.format(**facts), "en": english.format(**facts)}
