"""Text that would run or load something if anybody took it for HTML, Markdown or a template: 43 kinds in 4 dresses."""

from html import escape

OUT = "https://outside.example/x"
RUN = "window.__ran=1"
KINDS = (
    f"<script>{RUN}</script>",
    f"<script src={OUT}></script>",
    f"<img src=x onerror={RUN}>",
    f"<img src={OUT}.png>",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><image href={OUT}></image></svg>",
    f"<body onload={RUN}>",
    f"<iframe src={OUT}></iframe>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<object data={OUT}></object>",
    f"<embed src={OUT}>",
    f"<link rel=stylesheet href={OUT}.css>",
    f"<style>@import '{OUT}.css'; * {{ display: none }}</style>",
    f"<style>body {{ background: url({OUT}) }}</style>",
    f"<div style='background:url({OUT})'>x</div>",
    f"<meta http-equiv=refresh content='0;url={OUT}'>",
    f"<base href={OUT}>",
    f"<form action={OUT}><input autofocus onfocus={RUN}></form>",
    f"<input type=image src={OUT}>",
    f"<video src={OUT} onerror={RUN}></video>",
    f"<audio src={OUT} autoplay></audio>",
    f"<video poster={OUT}></video>",
    f"<details open ontoggle={RUN}>x</details>",
    f"<marquee onstart={RUN}>x</marquee>",
    f"<a href=javascript:{RUN} autofocus onfocus={RUN}>x</a>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}></style></mglyph></table></mtext></math>",
    f"<template><script>{RUN}</script></template>",
    f"</textarea></title></style></script><script>{RUN}</script>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'></noscript>",
    f"<isindex action=javascript:{RUN} type=image>",
    f"<img srcset='{OUT} 1x'>",
    f"<picture><source srcset={OUT}><img></picture>",
    f"![x]({OUT}.png)",
    f"[x](javascript:{RUN})",
    f'![x](x "onerror={RUN}")',
    f"<{OUT}>",
    f"$$\\href{{javascript:{RUN}}}{{x}}$$ $\\includegraphics{{{OUT}}}$",
    ":material/home: :red[x] :streamlit: :blue-background[x]",
    f"{{{{constructor.constructor('{RUN}')()}}}} ${{{RUN}}} <%= {RUN} %> #{{{RUN}}}",
    f'"><img src=x onerror={RUN}>',
    f"'-({RUN})-'",
    f"=HYPERLINK(\"{OUT}\") @SUM(1+1) +cmd|' /C calc'!A0",
)
DRESSES = {
    "as it is": str,
    "in a quotation": "قال الوزير سامر الحداد: «{}»، وأضاف أن 60 شخصا حضروا يوم 24 يناير 2024.".format,
    "escaped": escape,
    "with controls": "\u202e{}\u202c\u2067".format,
}
PAYLOADS = [dress(kind) for dress in DRESSES.values() for kind in KINDS]
