import { type ComponentChildren, render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import account from '../../learner/screens/certificate.css?inline';
import activity from '../../learner/styles/activity.css?inline';
import attempt from '../../learner/styles/attempt.css?inline';
import evaluation from '../../learner/styles/evaluation.css?inline';
import layout from '../../learner/styles/layout.css?inline';
import base from '../../styles/base.css?inline';
import components from '../../styles/components.css?inline';
import forms from '../../styles/forms.css?inline';
import tokens from '../../styles/tokens.css?inline';

// A sheet that script makes is no inline style, so the strict policy of the site lets it be.
let sheet: CSSStyleSheet | undefined;
function learnerStyle(): CSSStyleSheet {
  if (sheet) return sheet;
  sheet = new CSSStyleSheet();
  const text = [tokens, base, components, forms, layout, activity, attempt, evaluation, account].join('\n');
  sheet.replaceSync(text.replaceAll(':root', ':host').replaceAll(/(^|\n)body\s*\{/g, '$1.body {'));
  return sheet;
}

interface LearnerSurfaceProps {
  readonly label: string;
  /** A certificate's, which its sheet is drawn in. */
  readonly colors?: Readonly<Record<string, string>>;
  readonly children: ComponentChildren;
}

/** What stands here looks as it does on the learner site, and neither page's style reaches the other's. */
export function LearnerSurface({ label, colors = {}, children }: LearnerSurfaceProps) {
  const host = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current } = host;
    if (!current) return;
    const root = current.shadowRoot ?? current.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [learnerStyle()];
    for (const [name, color] of Object.entries(colors)) current.style.setProperty(`--sheet-${name}`, color);
    render(<div class="body">{children}</div>, root);
  });
  useEffect(
    () => () => {
      if (host.current?.shadowRoot) render(null, host.current.shadowRoot);
    },
    [],
  );
  return <section class="learner-surface" aria-label={label} ref={host} />;
}
