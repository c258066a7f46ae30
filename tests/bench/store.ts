/** The facts, as the background loads them. */
export { default } from 'virtual:evenhand/store';
