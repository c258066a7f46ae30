import { hydrated } from '../hydrated.ts';

export default hydrated('Svelte');
