import type { ComponentChildren, JSX } from 'preact';
import { DisclosureIcon } from '../ui/icons.tsx';

/** A heading with a disclosure button; closed, it still shows its content in one line. */
export function Section({
  id,
  title,
  summary,
  open,
  onToggle,
  children,
}: {
  id: string;
  title: string;
  summary: string;
  open: boolean;
  onToggle(): void;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <section class={`section ${id}`}>
      <h3>
        <button type="button" aria-expanded={open} aria-controls={`section-${id}`} onClick={onToggle}>
          <span class="title">{title}</span>
          <span class="summary">{open ? null : summary}</span>
          <DisclosureIcon />
        </button>
      </h3>
      <div class="in" id={`section-${id}`} hidden={!open}>
        {open ? children : null}
      </div>
    </section>
  );
}
