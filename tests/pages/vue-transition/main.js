import { createApp, ref } from 'vue';

const medicines = ['sertraline', 'fluoxetine', 'venlafaxine', 'mirtazapine', 'bupropion', 'kratom'];

createApp({
  setup() {
    const rows = ref(medicines.slice(0, 3));
    return {
      rows,
      add: () => rows.value.unshift(medicines[rows.value.length]),
      remove: () => rows.value.splice(1, 1),
      turn: () => rows.value.reverse(),
    };
  },
  template: `
    <button id="add" type="button" @click="add">Add</button>
    <button id="remove" type="button" @click="remove">Remove</button>
    <button id="turn" type="button" @click="turn">Turn</button>
    <TransitionGroup name="row" tag="ul">
      <li v-for="row in rows" :key="row" :id="'row-' + row">Now more on {{ row }}.</li>
    </TransitionGroup>`,
}).mount('#app');
