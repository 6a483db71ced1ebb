"""The page's start: `streamlit run app.py`. The server's frame here, the page itself in components/views/page.py."""

import streamlit as st
from starlette.middleware import Middleware
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components.views.index import ArabicIndex, assets
from components.views.uploads import OnlyArticles

app = st.App(__file__, routes=[assets()], middleware=[Middleware(ArabicIndex), Middleware(OnlyArticles)])

if get_script_run_ctx(suppress_warning=True) is not None:
    from components.views.page import main

    main()
