/** A share as a bar. The number stands beside it in words, so it is not read out. */
export const ShareBar = ({ share, tone = 'plain' }: { readonly share: number; readonly tone?: 'plain' | 'right' }) => (
  <svg class={`share-bar share-${tone}`} width="100%" height="12" aria-hidden="true" focusable="false">
    <rect class="ground" width="100%" height="100%" rx="2" />
    <rect class="share" width={`${Math.round(share * 1000) / 10}%`} height="100%" rx="2" />
  </svg>
);
