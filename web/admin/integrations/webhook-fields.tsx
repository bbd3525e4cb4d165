import type { Problem } from '../../../shared/api/problem.ts';
import type { WebhookEvent } from '../../../shared/domain/webhook.ts';
import { FieldError } from '../../components/field.tsx';
import { fieldErrors } from '../../components/field-errors.ts';
import { Checkbox, TextField } from '../components/inputs.tsx';
import { eventNames } from './event-names.ts';
import { Secret } from './secret.tsx';

export interface WebhookSettings {
  readonly url: string;
  readonly description: string;
  readonly events: readonly WebhookEvent[];
}

interface FieldsProps {
  readonly value: WebhookSettings;
  readonly set: (value: WebhookSettings) => void;
  readonly problem: Problem | undefined;
}

const all = Object.keys(eventNames) as readonly WebhookEvent[];

/** Where messages go, what for, and of what. */
export function WebhookFields({ value, set, problem }: FieldsProps) {
  const errors = fieldErrors(problem);
  return (
    <>
      <TextField
        label="Address"
        hint="Begins with https:// and can be reached from anywhere. Messages are posted there as JSON."
        name="url"
        type="url"
        error={errors.url}
        value={value.url}
        set={(url) => set({ ...value, url })}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
      />
      <TextField
        label="What it is for (optional)"
        name="description"
        error={errors.description}
        value={value.description}
        set={(description) => set({ ...value, description })}
        autocomplete="off"
      />
      <fieldset id="events" tabIndex={-1}>
        <legend>It is told when</legend>
        {errors.events && <FieldError name="events" error={errors.events} />}
        {all.map((event) => (
          <Checkbox
            key={event}
            name={`event-${event}`}
            label={eventNames[event]}
            hint={event}
            checked={value.events.includes(event)}
            set={(checked) =>
              set({ ...value, events: all.filter((each) => (each === event ? checked : value.events.includes(each))) })
            }
          />
        ))}
      </fieldset>
    </>
  );
}

/** The secret of a webhook, this once. */
export const WebhookSecret = ({ secret }: { readonly secret: string }) => (
  <Secret secret={secret}>
    <strong>Copy this secret now. It is not shown again.</strong> The receiver checks with it that messages are ours;
    keep it as you keep a password.
  </Secret>
);
