/** How far the answers have come, and where they are until then: the service has them only once they are submitted. */
export const Progress = ({ answered, needed }: { readonly answered: number; readonly needed: number }) => (
  <div class="quiet small">
    <p class="figure">
      {answered} of {needed} required questions answered
    </p>
    <p>Kept in this browser as you answer, and sent when you submit. Finish it on this device.</p>
  </div>
);
