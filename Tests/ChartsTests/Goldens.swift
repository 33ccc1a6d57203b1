let barsGolden = """
  <svg class="chart ser" height="232" role="img" aria-labelledby="x-t x-d"><title id="x-t">T</title>
  <desc id="x-d">D</desc>
  <g class="grid">
  <line class="base" x1="0" x2="100%" y1="192.5" y2="192.5"/>
  <text x="-10" y="196.5" text-anchor="end">0</text>
  <line x1="0" x2="100%" y1="148" y2="148"/>
  <text x="-10" y="152" text-anchor="end">1</text>
  <line x1="0" x2="100%" y1="103.5" y2="103.5"/>
  <text x="-10" y="107.5" text-anchor="end">2</text>
  <line x1="0" x2="100%" y1="59" y2="59"/>
  <text x="-10" y="63" text-anchor="end">3</text>
  <line x1="0" x2="100%" y1="14.5" y2="14.5"/>
  <text x="-10" y="18.5" text-anchor="end">4</text>
  </g>
  <g class="bars">
  <g><title>Day &lt;1&gt;</title>
  <rect class="f-ai" x="2.14%" y="103" width="10%" height="89"/>
  <rect class="f-team" x="2.14%" y="58.5" width="10%" height="43.5"/>
  <rect class="was" x="0.71%" y="13" width="12.86%" height="2"/>
  </g>
  <g class="unfinished"><title>Day &lt;1&gt;</title>
  <rect class="f-team" x="16.43%" y="14" width="10%" height="178"/>
  </g>
  </g>
  <g class="axis">
  <text class="major" x="2.14%" y="228">Mon 1 Sep</text>
  <text class="wd" x="7.14%" y="210" text-anchor="middle">1</text>
  <text class="wd" x="21.43%" y="210" text-anchor="middle">1</text>
  </g>
  <text class="note" x="27.68%" y="23">4</text>
  </svg>
  """

let sparkGolden = """
  <svg class="spark k-ai" viewBox="0 0 100 28" preserveAspectRatio="none" role="img"><title>t</title>
  <path class="prev" d="M0 25L25 25L50 25L75 25L100 25"/>
  <path class="line" d="M0 19.5L25 14M74.5 3h1"/>
  <path class="dot" d="M75 3h0"/>
  </svg>
  """

let histogramGolden = """
  <svg class="chart chart--flush" height="128" role="img" aria-labelledby="x-t x-d"><title id="x-t">T</title>
  <desc id="x-d">D</desc>
  <g><title>t</title>
  <rect class="f-ai" x="3%" y="26" width="44%" height="78"/>
  <text class="val" x="25%" y="21" text-anchor="middle">5</text>
  </g>
  <g><title>t</title>
  <text class="val" x="75%" y="99" text-anchor="middle">0</text>
  </g>
  <g class="grid">
  <line class="base" x1="0" x2="100%" y1="104.5" y2="104.5"/>
  </g>
  <g class="axis">
  <text x="25%" y="121" text-anchor="middle">0–1</text>
  <text x="75%" y="121" text-anchor="middle">2+</text>
  </g>
  </svg>
  """

let flowGolden = """
  <svg class="chart chart--flush flow" height="248" role="img" aria-labelledby="x-t x-d"><title id="x-t">T</title>
  <desc id="x-d">D</desc>
  <svg width="100%" height="248" viewBox="0 0 100 248" preserveAspectRatio="none">
  <g class="ribbon"><title>a &amp; b</title>
  <path class="r-ai" d="M1.1 26C38.05 26 38.05 26 75 26V238C38.05 238 38.05 238 1.1 238Z"/>
  </g>
  </svg>
  <rect class="f-conv" x="0%" y="26" width="1.1%" height="212"/>
  <rect class="f-ai" x="75%" y="26" width="1.1%" height="212"/>
  <text x="1.1%" dx="10" y="128"><tspan class="n">2</tspan></text>
  <text x="1.1%" dx="10" y="145">all</text>
  <text x="76.1%" dx="10" y="119.5"><tspan class="n">2</tspan></text>
  <text x="76.1%" dx="10" y="136.5">ended</text>
  <text x="76.1%" dx="10" y="153.5">&lt;here&gt;</text>
  </svg>
  """

let laneGolden = """
  <svg class="chart chart--flush" height="236" role="img" aria-labelledby="x-t x-d"><title id="x-t">T</title>
  <desc id="x-d">D</desc>
  <defs>
  <symbol overflow="visible" id="x-v">
  <rect class="l-band" y="6" width="100%" height="190"/>
  <rect class="l-conv" y="6" width="100%" height="28"/>
  <path class="l-edge" d="M0 6v190"/>
  <line class="l-edge" x1="100%" x2="100%" y1="6" y2="196"/>
  </symbol>
  </defs>
  <use class="l-c" href="#x-v" x="10%" width="80%"><title>C&#39;s</title></use>
  <svg class="l-grid" viewBox="0 0 1 236" preserveAspectRatio="none" height="236">
  <path d="M0 46.5h1M0 92.5h1M0 140.5h1"/><path class="l-base" d="M0 166.5h1M0 196.5h1"/></svg>
  <g class="l-hinges">
  <text class="l-name" x="10%" dx="8" y="25">C</text>
  </g>
  <g class="l-s"><title>S &amp; t</title>
  <rect class="w-ai" x="10%" width="80%" height="21"/>
  <rect class="f-ai" x="10%" width="3" height="22"/>
  <text x="10%" dx="8">S</text>
  </g>
  <g class="l-hours">
  <text x="10%">10:00</text>
  <text class="odd" x="50%">11:00</text>
  <text x="90%">12:00</text>
  </g>
  <g class="l-days">
  <text x="10%">day 0</text>
  </g>
  <svg class="l-strokes" viewBox="0 0 10000 236" preserveAspectRatio="none" height="236">
  <path class="l-t l-t--cust" d="M1000 0v10"/>
  <path class="l-hour" d="M1000 0v5M5000 0v5M9000 0v5"/>
  </svg>
  </svg>
  """
