// These tests mostly wait: for a process, a browser, or the second that Slack leaves between two messages.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
