import { edited } from '../edited.ts';

export default edited('ProseMirror');
