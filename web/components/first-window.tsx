/** The link of the mail opens another window than the one where the code works; asking here for another would end that one. */
export const FirstWindow = () => (
  <p class="notice notice-wait">
    Have you just asked for a code? Type it in the window where you asked for it; that window takes you back to where
    you were. If you closed it, ask for a new code here.
  </p>
);
