import type { Stroke } from './curves';

const icon = (...paths: readonly string[]): readonly Stroke[] => paths.map((d) => ({ d }));

/** Icons of tools and menus, drawn like the pictures of blocks. */
export const icons = {
  undo: icon('M9 14L4 9L9 4', 'M4 9H14A6 6 0 0 1 14 21H10'),
  redo: icon('M15 14L20 9L15 4', 'M20 9H10A6 6 0 0 0 10 21H14'),
  layout: icon('M3 5H9V10H3zM15 3H21V8H15zM15 14H21V19H15z', 'M9 7.5H12V5.5H15M12 7.5V16.5H15'),
  align: icon('M4 3V21', 'M8 6H20V10H8zM8 14H15V18H8z'),
  alignLeft: icon('M4 3V21', 'M8 6H20V10H8zM8 14H15V18H8z'),
  alignCenter: icon('M12 3V6M12 10V14M12 18V21', 'M5 6H19V10H5zM8 14H16V18H8z'),
  alignRight: icon('M20 3V21', 'M4 6H16V10H4zM9 14H16V18H9z'),
  alignTop: icon('M3 4H21', 'M6 8H10V20H6zM14 8H18V15H14z'),
  alignMiddle: icon('M3 12H6M10 12H14M18 12H21', 'M6 5H10V19H6zM14 8H18V16H14z'),
  alignBottom: icon('M3 20H21', 'M6 4H10V16H6zM14 9H18V16H14z'),
  distributeHorizontal: icon('M4 3V21M20 3V21', 'M9.5 7H14.5V17H9.5z'),
  distributeVertical: icon('M3 4H21M3 20H21', 'M7 9.5H17V14.5H7z'),
  group: icon('M4 8V4H8M16 4H20V8M20 16V20H16M8 20H4V16', 'M8 8H13V13H8zM12 12H16V16H12z'),
  ungroup: icon('M3 3H10V10H3zM14 14H21V21H14z', 'M14 4H20V10M10 20H4V14'),
  open: icon('M4 9V4H9M20 15V20H15M4 4L10 10M20 20L14 14'),
  repeat: icon('M17 3L20 6L17 9', 'M4 11V9A3 3 0 0 1 7 6H20', 'M7 21L4 18L7 15', 'M20 13V15A3 3 0 0 1 17 18H4'),
  note: icon('M4 4H20V14L14 20H4z', 'M14 20V14H20', 'M8 9H16M8 13H11'),
  picture: icon('M3 5H21V19H3z', 'M4 17L9 12L13 16L16 13L20 17', 'M15 9H15.01'),
  help: icon('M3 12A9 9 0 1 0 21 12A9 9 0 1 0 3 12', 'M9.5 9.5C9.5 6 14.5 6 14.5 9.5C14.5 11.5 12 11.5 12 14', 'M12 17H12.01'),
  plus: icon('M12 5V19M5 12H19'),
  minus: icon('M5 12H19'),
  fit: icon('M4 9V4H9M15 4H20V9M20 15V20H15M9 20H4V15'),
  map: icon('M3 5L9 3L15 5L21 3V19L15 21L9 19L3 21z', 'M9 3V19M15 5V21'),
  search: icon('M4 10.5A6.5 6.5 0 1 0 17 10.5A6.5 6.5 0 1 0 4 10.5', 'M15.5 15.5L20 20'),
  collapse: icon('M14 7L9 12L14 17'),
  expand: icon('M10 7L15 12L10 17'),
  down: icon('M7 10L12 15L17 10'),
  cut: icon('M6 4L16 16M18 4L8 16', 'M4 18A2.5 2.5 0 1 0 9 18A2.5 2.5 0 1 0 4 18M15 18A2.5 2.5 0 1 0 20 18A2.5 2.5 0 1 0 15 18'),
  copy: icon('M8 8H20V20H8z', 'M16 8V4H4V16H8'),
  paste: icon('M8 5H5V21H19V5H16', 'M8 3H16V7H8z'),
  remove: icon('M4 7H20', 'M9 7V4H15V7', 'M6 7L7 20H17L18 7', 'M10 11V16M14 11V16'),
  mute: icon('M3 12A9 9 0 1 0 21 12A9 9 0 1 0 3 12', 'M6 18L18 6'),
  connect: icon('M3 12A3 3 0 1 0 9 12A3 3 0 1 0 3 12M15 12A3 3 0 1 0 21 12A3 3 0 1 0 15 12', 'M9 12H15'),
  rename: icon('M4 20L5 15L16 4L20 8L9 19z', 'M13 7L17 11'),
  duplicate: icon('M4 4H15V15H4z', 'M9 20H20V9'),
  details: icon('M3 4H21V20H3z', 'M15 4V20M17.5 8H18.5M17.5 12H18.5'),
  warning: icon('M12 4L21 20H3z', 'M12 10V14M12 17H12.01'),
  shared: icon('M9 15L15 9', 'M11 6L13 4A4.2 4.2 0 0 1 20 10L17 13', 'M13 18L11 20A4.2 4.2 0 0 1 4 14L7 11'),
  remark: icon('M4 4H20V16H12L7 20V16H4z'),
} as const;

/** Name of an icon. */
export type IconName = keyof typeof icons;
