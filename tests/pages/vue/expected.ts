import { drawnOften } from '../many-renders.ts';

export default drawnOften('Vue');
