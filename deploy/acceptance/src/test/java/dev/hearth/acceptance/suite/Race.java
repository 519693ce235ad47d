package dev.hearth.acceptance.suite;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** As many clients as there are, let go at the same moment. */
final class Race {
    static final int CLIENTS = 64;

    private final List<HttpResponse<String>> answers;

    private Race(List<HttpResponse<String>> answers) {
        this.answers = List.copyOf(answers);
    }

    /** @param request what the client of that number, from 0, does */
    static Race of(IntFunction<HttpResponse<String>> request) {
        CountDownLatch ready = new CountDownLatch(CLIENTS);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> running = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int number = client;
                running.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return request.apply(number);
                }));
            }
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> one : running) {
                answers.add(one.get());
            }
            return new Race(answers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError("a client failed", e);
        }
    }

    List<HttpResponse<String>> answers() {
        return answers;
    }

    /** How many got which status, with the problem's type where it is one: {@code 409 /problems/out-of-stock}. */
    Map<String, Integer> outcomes() {
        Map<String, Integer> outcomes = new TreeMap<>();
        for (HttpResponse<String> answer : answers) {
            String type = answer.body().replaceAll("(?s).*\"type\":\"([^\"]*)\".*", " $1");
            outcomes.merge(
                    answer.statusCode() < 300 ? "" + answer.statusCode() : answer.statusCode() + type, 1, Integer::sum);
        }
        return outcomes;
    }
}
