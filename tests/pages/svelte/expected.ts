import { drawnOften } from '../many-renders.ts';

export default drawnOften('Svelte');
