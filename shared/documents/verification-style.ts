/**
 * The style of the public page. A constant, so that the handler can name its hash in the Content-Security-Policy and let
 * no other style or script in. Same ink, accent and rules as the printed certificate.
 */
export const verificationStyle = `
:root{color-scheme:light dark;--paper:#fbfbf9;--card:#fff;--ink:#1c232b;--quiet:#56616b;--accent:#1f4e5a;--line:#d5dedf;--good:#1d6b45;--warn:#8a5a00;--bad:#a4262c;--engraving:#8fb0b3;
--serif:"EB Garamond","Iowan Old Style","Palatino Linotype",Palatino,Georgia,serif;--sans:"Source Sans 3",system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#12171b;--card:#1a2126;--ink:#e9edee;--quiet:#a3b0b6;--accent:#8fc6cf;--line:#323d43;--good:#7fd1a5;--warn:#e6b85c;--bad:#f2949a;--engraving:#4d6d73}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 var(--sans);-webkit-text-size-adjust:100%}
main{max-width:44rem;margin:0 auto;padding:clamp(1rem,5vw,3.5rem) clamp(min(1rem,4.5vw),4vw,2rem)}
a{color:var(--accent);text-underline-offset:.18em}
a:focus-visible,summary:focus-visible,input:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:2px}
.issuer{display:flex;gap:min(.85rem,4vw);align-items:center;margin:0 0 clamp(1.25rem,4vw,2.25rem);font:500 1.125rem/1.25 var(--serif)}
.issuer svg{flex:none;width:2.75rem;height:2.75rem;fill:none;stroke:var(--accent);stroke-width:.5}
.status{border-left:.375rem solid var(--tone);padding:.15rem 0 .2rem min(1.1rem,5vw);margin:0 0 clamp(1.5rem,4vw,2.5rem)}
.status h1{margin:0;color:var(--tone);font:500 clamp(1.75rem,6vw,2.5rem)/1.15 var(--serif);letter-spacing:-.01em;text-wrap:balance}
.status p{margin:.4rem 0 0;color:var(--quiet);max-width:36rem}
.valid{--tone:var(--good)}.replaced,.pending{--tone:var(--warn)}.revoked{--tone:var(--bad)}.unknown{--tone:var(--quiet)}
.certificate{background:var(--card);border:1px solid var(--line);border-radius:.25rem;padding:clamp(min(1.15rem,5vw),4vw,2.25rem)}
:where(.certificate p){margin:0}
.quiet{color:var(--quiet);font:italic 1.0625rem/1.4 var(--serif)}
.name{font:500 clamp(1.75rem,6.5vw,2.625rem)/1.15 var(--serif);letter-spacing:-.01em;margin:.3rem 0 1.1rem;overflow-wrap:anywhere}
.title{font:500 clamp(1.2rem,3.6vw,1.4375rem)/1.3 var(--serif);margin:.3rem 0 .35rem;overflow-wrap:anywhere}
ul.credits{margin:1.35rem 0 0;padding:0;list-style:none;font:1.1875rem/1.45 var(--serif)}
li+li{margin-top:.5rem}
.credits small{display:block;color:var(--quiet);font:.875rem/1.4 var(--sans);overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:minmax(8.5rem,auto) 1fr;margin:1.6rem 0 0;border-top:1px solid var(--line)}
dt,dd{margin:0;padding:.55rem 0;border-bottom:1px solid var(--line)}
dt{color:var(--quiet);padding-right:1.25rem}
dd{overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
code{font:.8125rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.statements{margin:1.6rem 0 0;color:var(--quiet);font-size:.875rem}
.statements p+p{margin-top:.6rem}
details{margin:1.25rem 0 0;color:var(--quiet);font-size:.9375rem}
summary{cursor:pointer;color:var(--accent);padding:.6rem 0}
.capital{display:inline-block}.capital::first-letter{text-transform:uppercase}
[hidden]{display:none!important}
.code{width:min(15rem,100%);display:block}
.check{margin-top:1.25rem!important}
:is(.check,footer,.lines) a{display:inline-block;padding-block:.65rem;margin-block:-.65rem}
.drop{display:grid;grid-template-columns:minmax(0,1fr);gap:.75rem;padding:clamp(1.25rem,5vw,2.5rem);border:2px dashed var(--line);border-radius:.25rem;text-align:center;justify-items:center}
.drop label{font-weight:600}
input{max-width:100%;min-height:2.75rem;padding-block:.6rem;font:inherit;color:inherit}
.certificate .status{margin:1.5rem 0 0}.status h2{margin:0;color:var(--tone);font:500 1.5rem/1.2 var(--serif)}
table{width:100%;margin:1.75rem 0 0;border-collapse:collapse}
caption{text-align:left;font:500 1.25rem/1.3 var(--serif);padding:0 0 .4rem}
th,td{padding:.55rem .9rem .55rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{font-weight:400}thead th{color:var(--quiet);font-size:.875rem}
.number{text-align:right;padding-right:0;font-variant-numeric:tabular-nums}
.certificate h2{margin:1.75rem 0 0;font:500 1.25rem/1.3 var(--serif)}
.lines{margin:.4rem 0 0;padding:0;list-style:none;border-top:1px solid var(--line)}
.lines li{margin:0;padding:.75rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
.activity{font:500 1.125rem/1.3 var(--serif)}
.small{color:var(--quiet);font-size:.875rem}
.none{margin-top:1.5rem}
footer{margin-top:2rem;color:var(--quiet);font-size:.875rem}
@media (max-width:30rem){dl{grid-template-columns:1fr}dt{border:0;padding:.6rem 0 0;font-size:.875rem}dd{padding-top:.05rem}}
@media print{:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--quiet:#333;--line:#999}body{font-size:10pt}main{padding:0;max-width:none}.certificate{border:0;padding:0}details,.check,footer{display:none}}
`;
