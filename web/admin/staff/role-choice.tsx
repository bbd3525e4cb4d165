import { type Role, roles } from '../../../shared/domain/staff.ts';
import { roleNames, roleWords } from '../frame/role-names.ts';

interface RoleChoiceProps {
  readonly value: Role | undefined;
  readonly set: (role: Role) => void;
  readonly error?: string | undefined;
}

/** Which role, each with what it is for. */
export function RoleChoice({ value, set, error }: RoleChoiceProps) {
  return (
    <fieldset class={error ? 'field field-bad' : 'field'} aria-describedby={error && 'role-error'}>
      <legend class="field-label">Role</legend>
      {error && (
        <p class="field-error" id="role-error">
          {error}
        </p>
      )}
      <div class="choices">
        {roles.map((role, at) => (
          <label class="choice" key={role}>
            <input
              type="radio"
              name="role"
              id={at === 0 ? 'role' : undefined}
              value={role}
              checked={role === value}
              onChange={() => set(role)}
            />
            <span>
              <strong>{roleNames[role]}</strong>
              <span class="hint block">{roleWords[role]}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
