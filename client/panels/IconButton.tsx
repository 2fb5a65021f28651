// A button with an icon alone: its name is read out, and shown on hover and on focus with its key.
import { Tooltip } from '@mantine/core';
import type { Ref } from 'react';
import { Icon, type IconName } from '../icons.tsx';

interface Props {
  icon: IconName;
  label: string;
  keys?: string;
  size?: number;
  disabled?: boolean;
  pressed?: boolean;
  expanded?: boolean;
  ref?: Ref<HTMLButtonElement>;
  onClick?: () => void;
}

export function IconButton({
  icon,
  label,
  keys,
  size = 16,
  disabled,
  pressed,
  expanded,
  ref,
  ...rest
}: Props) {
  return (
    <Tooltip
      label={keys === undefined ? label : `${label} (${keys})`}
      openDelay={400}
      events={{ hover: true, focus: true, touch: false }}
    >
      <button
        {...rest}
        ref={ref}
        type="button"
        className="icon-button"
        aria-label={label}
        aria-pressed={pressed}
        aria-expanded={expanded}
        aria-disabled={disabled}
        onClick={disabled === true ? undefined : rest.onClick}
      >
        <Icon name={icon} size={size} />
      </button>
    </Tooltip>
  );
}
