import { TokenField, type TokenFieldProps } from '#ui/web';

/** A field of several words within a form: Enter ends a word and never sends the form. */
export function TokensInForm(props: TokenFieldProps) {
  return (
    // The field inside has role and keyboard; this only keeps its Enter from the form.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
      }}
    >
      <TokenField {...props} />
    </div>
  );
}
