import { useId } from 'preact/hooks';

interface SwitchProps {
  label: string;
  /** A line under the label. */
  detail: string;
  isOn: boolean;
  isDisabled?: boolean;
  onToggle(): void;
}

export function Switch({ label, detail, isOn, isDisabled = false, onToggle }: SwitchProps) {
  const id = useId();
  return (
    <div class="switch-row">
      <div class="switch-text">
        <span id={`${id}-label`}>{label}</span>
        <bdi id={`${id}-detail`} class="soft">
          {detail}
        </bdi>
      </div>
      <button
        type="button"
        role="switch"
        aria-checked={isOn}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-detail`}
        disabled={isDisabled}
        onClick={onToggle}
      >
        <span class="switch-word" aria-hidden="true">
          {isOn ? 'On' : 'Off'}
        </span>
        <span class="switch-track" aria-hidden="true" />
      </button>
    </div>
  );
}
