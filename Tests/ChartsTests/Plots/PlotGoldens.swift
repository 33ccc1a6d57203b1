let stackGolden = """
  <svg class="chart plot" height="218" role="img" aria-labelledby="x-t x-d"><title id="x-t">T</title>
  <desc id="x-d">D</desc>
  <defs>
  <pattern id="x-ink-dots" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
  <rect class="f-ink" width="6" height="6"/>
  <path class="f-paper" d="M1.5 1.5H4V4H1.5Z"/>
  </pattern>
  <pattern id="x-ai-open" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
  <rect class="r-ai" width="6" height="6"/>
  <path class="line s-ai" d="M0 0V6"/>
  </pattern>
  <pattern id="x-ink-open" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
  <rect class="r-ink" width="6" height="6"/>
  <path class="line s-ink" d="M0 0V6"/>
  </pattern>
  </defs>
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
  <g><title>2.0</title>
  <rect class="f-ai" x="11.67%" y="103" width="10%" height="89"/>
  </g>
  <g><title>1.0</title>
  <rect fill="url(#x-ink-dots)" x="11.67%" y="58.5" width="10%" height="43.5"/>
  </g>
  <g><title>no value
  no value</title>
  <rect class="hit" x="45%" y="14" width="10%" height="178"/>
  <text x="50%" y="187" text-anchor="middle">–</text>
  </g>
  <g><title>0.0</title>
  <rect class="hit" x="78.33%" y="14" width="10%" height="178"/>
  </g>
  <g><title>4.0</title>
  <rect class="open s-ai" fill="url(#x-ai-open)" x="78.33%" y="14" width="10%" height="178"/>
  </g>
  </g>
  <g class="axis">
  <text class="lab" x="16.67%" y="210" text-anchor="middle">1</text>
  <text class="lab" x="50%" y="210" text-anchor="middle">2</text>
  <text class="lab" x="83.33%" y="210" text-anchor="middle">3</text>
  </g>
  </svg>
  """

let lineGolden = """
  <svg class="chart plot" height="218" role="img" aria-labelledby="x-t x-d"><title id="x-t">T</title>
  <desc id="x-d">D</desc>
  <defs>
  <pattern id="x-ai-open" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
  <rect class="r-ai" width="6" height="6"/>
  <path class="line s-ai" d="M0 0V6"/>
  </pattern>
  </defs>
  <g class="grid">
  <line class="base" x1="0" x2="100%" y1="192.5" y2="192.5"/>
  <text x="-10" y="196.5" text-anchor="end">0</text>
  <line x1="0" x2="100%" y1="156.9" y2="156.9"/>
  <text x="-10" y="160.9" text-anchor="end">1</text>
  <line x1="0" x2="100%" y1="121.3" y2="121.3"/>
  <text x="-10" y="125.3" text-anchor="end">2</text>
  <line x1="0" x2="100%" y1="85.7" y2="85.7"/>
  <text x="-10" y="89.7" text-anchor="end">3</text>
  <line x1="0" x2="100%" y1="50.1" y2="50.1"/>
  <text x="-10" y="54.1" text-anchor="end">4</text>
  <line x1="0" x2="100%" y1="14.5" y2="14.5"/>
  <text x="-10" y="18.5" text-anchor="end">5</text>
  </g>
  <svg class="curves" width="100%" height="218" viewBox="0 0 100 218" preserveAspectRatio="none">
  <path class="line s-ai" d="M0 156.4L16.67 120.8"/>
  <path class="line d-open s-ai" d="M83.33 85.2L100 14"/>
  </svg>
  <circle class="f-ai" cx="50%" cy="49.6" r="4"/>
  <g class="axis">
  <line x1="0%" x2="0%" y1="192" y2="197"/>
  <text class="lab" x="0%" y="212" text-anchor="middle">0 Sep</text>
  <line x1="16.67%" x2="16.67%" y1="192" y2="197"/>
  <text class="wide" x="16.67%" y="212" text-anchor="middle">1 Sep</text>
  <line x1="33.33%" x2="33.33%" y1="192" y2="197"/>
  <text class="wide" x="33.33%" y="212" text-anchor="middle">2 Sep</text>
  <line x1="50%" x2="50%" y1="192" y2="197"/>
  <text class="wide" x="50%" y="212" text-anchor="middle">3 Sep</text>
  <line x1="66.67%" x2="66.67%" y1="192" y2="197"/>
  <text class="wide" x="66.67%" y="212" text-anchor="middle">4 Sep</text>
  <line x1="83.33%" x2="83.33%" y1="192" y2="197"/>
  <text class="wide" x="83.33%" y="212" text-anchor="middle">5 Sep</text>
  <line x1="100%" x2="100%" y1="192" y2="197"/>
  <text class="wide" x="100%" y="212" text-anchor="end">6 Sep</text>
  </g>
  <g class="columns">
  <g><title>1.0</title>
  <rect class="hit" x="0%" y="14" width="8.33%" height="178"/>
  </g>
  <g><title>2.0</title>
  <rect class="hit" x="8.33%" y="14" width="16.67%" height="178"/>
  </g>
  <g><title>no value</title>
  <rect class="hit" x="25%" y="14" width="16.67%" height="178"/>
  </g>
  <g><title>4.0</title>
  <rect class="hit" x="41.67%" y="14" width="16.67%" height="178"/>
  </g>
  <g><title>no value</title>
  <rect class="hit" x="58.33%" y="14" width="16.67%" height="178"/>
  </g>
  <g><title>3.0</title>
  <rect class="hit" x="75%" y="14" width="16.67%" height="178"/>
  </g>
  <g><title>5.0</title>
  <rect class="hit" x="91.67%" y="14" width="8.33%" height="178"/>
  </g>
  </g>
  </svg>
  """

let rangeGolden = """
  <svg class="chart plot ranges m7 e6" height="76" role="img" aria-labelledby="x-t x-d"><title id="x-t">T</title>
  <desc id="x-d">D</desc>
  <g class="grid">
  <line x1="25%" x2="25%" y1="18" y2="74"/>
  <text x="25%" y="10" text-anchor="middle">10 s</text>
  <line x1="75%" x2="75%" y1="18" y2="74"/>
  <text x="75%" y="10" text-anchor="middle">17 min</text>
  </g>
  <g class="row"><title>t</title>
  <rect class="hit" x="0%" y="23" width="100%" height="24"/>
  <g class="s-team">
  <line x1="0%" x2="100%" y1="35" y2="35"/>
  </g>
  <rect class="f-team" x="25%" y="31" width="50%" height="8"/>
  <line class="med" x1="50%" x2="50%" y1="27" y2="43"/>
  <text class="val" x="100%" dx="12" y="39">2 min</text>
  </g>
  <g class="row"><title>no value</title>
  <rect class="hit" x="0%" y="49" width="100%" height="24"/>
  <text class="val" x="100%" dx="12" y="65">–</text>
  </g>
  <g class="rows">
  <text class="lab" x="-10" y="39" text-anchor="end">Chat</text>
  <text class="lab" x="-10" y="65" text-anchor="end">&lt;Fax&gt;</text>
  </g>
  </svg>
  """
