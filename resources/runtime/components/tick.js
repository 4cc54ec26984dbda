// The drawn part that checkbox, radio and switch share: a box or disc with a tick, under the phone's names of parts.

const TICK = `url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath d='M4.8 12.6l4.7 4.7L19.4 7.2' fill='none' stroke='%23000' stroke-width='2.4' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E")`

/**
 * Returns the rules for the parts `wx-NAME-input` and `wx-NAME-input-checked`. The tick is an inset shadow in the
 * colour of the text behind a mask, so that a program's `color`, `background` and size on `::before` have the effect
 * they have on the phone.
 * @param {'checkbox' | 'radio'} name
 */
export function tick(name) {
  return `
[part~='wx-${name}-input'] {
  position: relative;
  display: inline-block;
  box-sizing: border-box;
  width: 22px;
  height: 22px;
  margin-right: 5px;
  vertical-align: -5px;
  border: 1px solid var(--mh-fg-2);
  border-radius: ${name === 'radio' ? '50%' : '4px'};
  background-color: var(--mh-bg-5);
  color: var(--mh-brand);
  transition: background-color .1s;
}
[part~='wx-${name}-input-checked']::before {
  content: '';
  position: absolute;
  top: 50%;
  left: 50%;
  width: 100%;
  height: 100%;
  transform: translate(-50%, -50%);
  box-shadow: inset 0 0 0 40px currentColor;
  mask: ${TICK} center / 90% no-repeat;
}`
}
