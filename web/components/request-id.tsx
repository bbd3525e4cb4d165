/** The number by which support finds what went wrong; nothing where nothing was asked. */
export const RequestId = ({ of: id }: { readonly of: string }) =>
  id ? (
    <p class="quiet small">
      Request id <code>{id}</code>
    </p>
  ) : null;
