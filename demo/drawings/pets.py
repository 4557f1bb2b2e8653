"""Animals at home."""


def guinea_pig() -> str:
    """Pinda, brown and white, on a blanket with a slice of pepper."""
    return """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 900">
<rect width="1200" height="900" fill="#f3dfc1"/><rect y="560" width="1200" height="340" fill="#5b8e7d"/>
<path d="M0 600h1200M0 680h1200M0 760h1200M0 840h1200" stroke="#7fb3a0" stroke-width="14"/>
<path d="M150 560V900M390 560V900M630 560V900M870 560V900M1110 560V900" stroke="#4a7a6b" stroke-width="10"/>
<ellipse cx="600" cy="700" rx="380" ry="40" fill="#3f6a5d"/>
<path d="M250 660c-30-200 120-330 330-320 250-10 390 110 390 260 0 70-50 100-130 100H330c-50
0-75-10-80-40z" fill="#9a5b32"/>
<path d="M470 345c90-25 200-10 250 20 40 120 10 240-60 335H500c-60-110-80-240-30-355z" fill="#fff6ea"/>
<path d="M700 360c60-30 150-20 205 40 60 60 85 140 65 215-20 60-80 85-150 75-90-10-140-70-150-160-5-70
0-130 30-170z" fill="#8a4f2b"/>
<ellipse cx="742" cy="372" rx="52" ry="40" fill="#6d3c1f" transform="rotate(-24 742 372)"/>
<path d="M905 470c60 20 85 80 66 145-14 50-56 72-100 70 40-60 50-140 34-215z" fill="#fff6ea"/>
<circle cx="838" cy="490" r="26" fill="#1f1410"/><circle cx="848" cy="481" r="8" fill="#fff"/>
<path d="M968 560c16 4 18 26 2 34-16-2-22-22-2-34z" fill="#c9837a"/>
<path d="M960 600l110-26M962 612l114 6M956 626l100 36" stroke="#d9c4a8" stroke-width="5"
stroke-linecap="round"/>
<path d="M400 690h90v26h-90zM760 690h90v26h-90z" fill="#e8b9a6"/>
<path d="M1000 740c40-70 130-60 150 10-40 60-120 60-150-10z" fill="#d8412f"/>
<path d="M1025 742c30-36 82-34 100 6-28 30-76 30-100-6z" fill="#f3dfc1"/></svg>"""
