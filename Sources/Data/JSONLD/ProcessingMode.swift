/// The version of JSON-LD that is processed. 1.1 unless said otherwise.
public enum ProcessingMode: Sendable, Hashable {
    case v1_0, v1_1
}
