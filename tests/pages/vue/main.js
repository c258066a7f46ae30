import { createApp, nextTick, ref } from 'vue';
import { expose, rowsAt } from '../rows.js';

const turn = ref(0);
const app = createApp({
  setup: () => ({ turn, rowsAt }),
  template: `
    <h2 v-if="turn % 2">About kratom, turn {{ turn }}</h2><p v-else>Turn {{ turn }}: sertraline</p>
    <ul><li v-for="row in rowsAt(turn)" :key="row.key">
      <span>People ask about {{ row.subject }} and </span><em v-if="row.note">kratom, {{ row.note }}</em>
      <template v-else>nothing <b>else</b></template> more.
    </li></ul>`,
});
app.config.errorHandler = (error) => console.error(String(error));
app.mount('#app');
expose((next) => {
  turn.value = next;
  return nextTick();
});
