import { createSSRApp, ref } from 'vue';

export const createApp = () =>
  createSSRApp({
    setup: () => ({ count: ref(0), raline: 'raline', others: ['venlafaxine'] }),
    template: `
      <h1 id="title">Questions about {{ 'kratom' }}</h1>
      <p id="split">People who take sert{{ raline }} ask most.</p>
      <p id="link">Some ask about <template v-for="other in others"><a href="#title">{{ other }}</a> too</template>.</p>
      <p id="later">This part speaks of <slot>fluoxetine</slot>.</p>
      <button id="ask" type="button" @click="count++">Ask</button>
      <p id="answer"><template v-if="count === 0">Nobody asked about mirtazapine.</template><template v-else>Asked about bupropion: {{ count }}</template></p>`,
  });
