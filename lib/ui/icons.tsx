/** Line icons of 16 by 16 px in the colour of the text round them; always beside or inside something with a name. */
import type { ComponentChildren, JSX } from 'preact';

function Icon({ children, name }: { children: ComponentChildren; name: string }): JSX.Element {
  return (
    <svg
      class={`icon icon-${name}`}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const CloseIcon = (): JSX.Element => (
  <Icon name="close">
    <path d="M4 4l8 8M12 4l-8 8" />
  </Icon>
);

export const PinIcon = ({ filled }: { filled: boolean }): JSX.Element => (
  <Icon name="pin">
    <path d="M6 2h4l-.5 5L12 9.500H4L6.500 7z" fill={filled ? 'currentColor' : 'none'} />
    <path d="M8 9.500V14" />
  </Icon>
);

export const MenuIcon = (): JSX.Element => (
  <Icon name="menu">
    <path d="M3 8h.01M8 8h.01M13 8h.01" stroke-width="2.4" />
  </Icon>
);

export const DisclosureIcon = (): JSX.Element => (
  <Icon name="disclosure">
    <path d="M6 3.500L10.500 8 6 12.500" />
  </Icon>
);
